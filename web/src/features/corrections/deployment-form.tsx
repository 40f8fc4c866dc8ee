'use client'
import type { ReleaseDeploymentFragment } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { Field } from '../settings/workspace/save-form.js'
import { CorrectionBody } from './correction-body.js'
import { changedFields, stepsOutOfRollout, typedInstant } from './in-force.js'
import { TimeFields } from './time-fields.js'

const outcomes = ['succeeded', 'failed', 'rolled_back', 'cancelled', 'superseded', 'skipped', 'running']
const kinds = ['change', 'rollback', 'redeploy', 'hotfix']

/** What a person may correct of a rollout, and what was corrected. */
export function DeploymentForm({ deployment }: { deployment: ReleaseDeploymentFragment }) {
  const { id, service, environment, outcome, kind, startedAt, fullTrafficAt, finishedAt, parts } = deployment
  const times = { startedAt: typedInstant(startedAt), fullTrafficAt: typedInstant(fullTrafficAt), finishedAt: typedInstant(finishedAt) }
  const read = (form: FormData) => changedFields(form, { ...times, outcome, kind, mergeWith: '' }, ['apart'])
  return (
    <CorrectionBody
      kind="DEPLOYMENT"
      fact={id}
      about={{ service, environment }}
      contradictions={deployment.contradictions}
      parts={parts.map((part) => ({ id: part.deployment, note: `from ${part.source}` }))}
      stepsOut={stepsOutOfRollout}
      read={read}
    >
      <Choice name="outcome" label="Outcome" stands={outcome} choices={outcomes} />
      <Choice name="kind" label="Kind" stands={kind} choices={kinds} />
      <TimeFields times={times} />
      <Field label="The same rollout as deployment" hint="by its id">
        <input name="mergeWith" maxLength={500} className="field" autoComplete="off" />
      </Field>
      {parts.length > 1 && (
        <label className="flex items-center gap-2">
          <input name="apart" type="checkbox" className="size-4" /> A rollout of its own, apart from the other reports
        </label>
      )}
    </CorrectionBody>
  )
}

function Choice({ name, label, stands, choices }: { name: string; label: string; stands: string; choices: readonly string[] }) {
  return (
    <Field label={label}>
      <select key={stands} name={name} className="field" defaultValue={stands}>
        {[...new Set([stands, ...choices])].map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </select>
    </Field>
  )
}
