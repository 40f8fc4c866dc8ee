'use client'
import { Drawer } from '../../components/drawer.js'
import type { BlamableDeploymentsQuery, IncidentRowFragment } from '../../generated/graphql.js'
import { formatInstant } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { useZone } from '../filters/use-filters.js'
import { listOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'
import { CorrectionBody } from './correction-body.js'
import { ImpactFields } from './impact-fields.js'
import { impactIn } from './impact-in.js'
import { changedFields, typedInstant } from './in-force.js'
import { blamableDocument, incidentPartsDocument } from './queries.js'
import { TimeFields } from './time-fields.js'

const DAY_MS = 86_400_000
/** How long before an incident a deployment may be to be offered; another can be named by its id. */
const OFFERED_DAYS = 30
const GIVEN_BACK = '(given back)'

interface IncidentDrawerProps {
  incident: IncidentRowFragment
  onClose: () => void
}

/** What a person may correct of an incident, and what was corrected. */
export function IncidentDrawer({ incident, onClose }: IncidentDrawerProps) {
  return (
    <Drawer open onClose={onClose} title={`Correct ${incident.id}`} description={incident.title ?? 'An incident without a title'}>
      <IncidentForm incident={incident} />
    </Drawer>
  )
}

function IncidentForm({ incident }: { incident: IncidentRowFragment }) {
  const { data } = useApi(incidentPartsDocument, { id: incident.id })
  const { startedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt } = incident
  const times = {
    startedAt: typedInstant(startedAt),
    detectedAt: typedInstant(detectedAt),
    acknowledgedAt: typedInstant(acknowledgedAt),
    mitigatedAt: typedInstant(mitigatedAt),
    resolvedAt: typedInstant(resolvedAt),
  }
  const told = { services: incident.services.join(', '), severity: incident.severity ?? '', title: incident.title ?? '' }
  function read(form: FormData) {
    const stood = { ...times, ...told, attribution: '', otherDeployment: '', mergeInto: '' }
    const { attribution, otherDeployment, services, ...rest } = changedFields(form, stood, ['apart'])
    const blamed = otherDeployment ?? attribution
    return {
      ...rest,
      ...(services !== undefined && { services: listOf(form, 'services') }),
      ...impactIn(form),
      ...(blamed !== undefined && { attribution: blamed === GIVEN_BACK ? null : blamed }),
    }
  }
  return (
    <CorrectionBody
      kind="INCIDENT"
      fact={incident.id}
      about={{}}
      contradictions={incident.contradictions}
      parts={data?.incidentParts.map(({ id, title, sources }) => ({ id, note: [title, `from ${sources.join(', ')}`].filter(Boolean).join(', ') }))}
      stepsOut={(part) => [{ fact: part, fields: { mergeInto: null } }]}
      read={read}
    >
      <AttributionField incident={incident} />
      <Field label="Another deployment or release" hint="by its id">
        <input name="otherDeployment" maxLength={500} className="field" autoComplete="off" />
      </Field>
      <Field label="Services" hint="all of them, by commas">
        <input
          key={told.services}
          name="services"
          maxLength={2000}
          className="field"
          autoComplete="off"
          spellCheck={false}
          defaultValue={told.services}
        />
      </Field>
      <Field label="Severity">
        <input key={told.severity} name="severity" maxLength={500} className="field" autoComplete="off" defaultValue={told.severity} />
      </Field>
      <Field label="Title">
        <input key={told.title} name="title" maxLength={500} className="field" autoComplete="off" defaultValue={told.title} />
      </Field>
      <ImpactFields />
      <TimeFields times={times} />
      <Field label="The same as incident" hint="by its id">
        <input name="mergeInto" maxLength={500} className="field" autoComplete="off" />
      </Field>
      {incident.parts.length > 1 && (
        <label className="flex items-center gap-2">
          <input name="apart" type="checkbox" className="size-4" /> An incident of its own, apart from the other reports
        </label>
      )}
    </CorrectionBody>
  )
}

type Blamable = BlamableDeploymentsQuery['deployments']['edges'][number]['node']

function AttributionField({ incident: { services, attribution, detectedAt, startedAt, environment } }: { incident: IncidentRowFragment }) {
  const zone = useZone()
  const began = startedAt ?? detectedAt
  const filter = {
    ...(services.length > 0 && { services }),
    ...(environment && { environments: [environment] }),
    ...(began && { from: new Date(Date.parse(began) - OFFERED_DAYS * DAY_MS).toISOString(), to: new Date(Date.parse(began) + DAY_MS).toISOString() }),
  }
  const { data } = useApi(blamableDocument, { filter })
  const now = attribution.map(({ deployment }) => deployment).join(', ') || 'no release'
  const title = ({ id, service, environment: place, version, finishedAt, startedAt: from, receivedAt }: Blamable) =>
    `${id} · ${service} ${version ?? ''} · ${place} · ${formatInstant(finishedAt ?? from ?? receivedAt, zone)}`
  return (
    <Field label="Blamed on" hint={`now ${now}`}>
      <select name="attribution" className="field w-full min-w-0" defaultValue="">
        <option value="">leave as it is</option>
        <option value="unrelated">unrelated to any release</option>
        <option value={GIVEN_BACK}>unset: what the senders say</option>
        {data?.deployments.edges.map(({ node }) => (
          <option key={`${node.id} ${node.service} ${node.environment}`} value={node.id}>
            {title(node)}
          </option>
        ))}
      </select>
    </Field>
  )
}
