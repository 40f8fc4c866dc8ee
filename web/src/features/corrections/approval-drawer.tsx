'use client'
import { Drawer } from '../../components/drawer.js'
import { words } from '../../lib/formats.js'
import { Field } from '../settings/workspace/save-form.js'
import { CorrectionBody } from './correction-body.js'
import { changedFields, typedInstant } from './in-force.js'
import { TimeFields } from './time-fields.js'

export interface CorrectableApproval {
  id: string
  service: string
  environment: string
  group?: string | null
  risk?: string | null
  decision?: string | null
  automated?: boolean | null
  requestedAt?: string | null
  decidedAt?: string | null
}

const decisions = ['granted', 'denied']

interface ApprovalDrawerProps {
  approval: CorrectableApproval
  onClose: () => void
}

/** What a person may correct of an approval, and what was corrected. */
export function ApprovalDrawer({ approval, onClose }: ApprovalDrawerProps) {
  const { id, service, environment } = approval
  return (
    <Drawer open onClose={onClose} title={`Correct ${id}`} description={`An approval of ${service}, ${environment}`}>
      <ApprovalForm approval={approval} />
    </Drawer>
  )
}

function ApprovalForm({ approval }: { approval: CorrectableApproval }) {
  const { id, service, environment, group, risk, decision, automated, requestedAt, decidedAt } = approval
  const times = { requestedAt: typedInstant(requestedAt), decidedAt: typedInstant(decidedAt) }
  const by = automated == null ? '' : String(automated)
  function read(form: FormData) {
    const { automated: decidedBy, ...rest } = changedFields(form, {
      ...times,
      decision: decision ?? '',
      group: group ?? '',
      risk: risk ?? '',
      automated: by,
    })
    return { ...rest, ...(decidedBy !== undefined && { automated: decidedBy === 'true' }) }
  }
  return (
    <CorrectionBody kind="APPROVAL" fact={id} about={{ service, environment }} contradictions={[]} read={read}>
      <Field label="Decision">
        <select key={decision} name="decision" className="field" defaultValue={decision ?? ''}>
          {!decision && <option value="">waiting</option>}
          {decisions.map((choice) => (
            <option key={choice} value={choice}>
              {words(choice)}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Decided by">
        <select key={by} name="automated" className="field" defaultValue={by}>
          {by === '' && <option value="">not known</option>}
          <option value="false">a person</option>
          <option value="true">a rule</option>
        </select>
      </Field>
      <Field label="Group">
        <input key={group} name="group" maxLength={500} className="field" defaultValue={group ?? ''} autoComplete="off" />
      </Field>
      <Field label="Risk">
        <input key={risk} name="risk" maxLength={500} className="field" defaultValue={risk ?? ''} autoComplete="off" />
      </Field>
      <TimeFields times={times} />
    </CorrectionBody>
  )
}
