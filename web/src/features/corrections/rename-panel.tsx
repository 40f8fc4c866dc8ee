'use client'
import { useState } from 'react'
import { Panel } from '../../components/panel.js'
import { ServiceLink } from '../../components/fact-links.js'
import { request } from '../../lib/graphql-client.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { renameServiceDocument } from './queries.js'
import { usePermission } from './use-permission.js'

/** Renames a service, or takes in what was sent under another name. Either way the name left behind becomes an alias. */
export function RenamePanel({ id }: { id: string }) {
  const { allowed, why } = usePermission('ADMIN', 'renaming a service')
  const [renamed, setRenamed] = useState<string | null>(null)
  async function rename(form: FormData) {
    const to = textOf(form, 'to')
    await request(renameServiceDocument, { from: id, to, reason: textOf(form, 'reason') })
    setRenamed(to)
  }
  const takeIn = (form: FormData) => request(renameServiceDocument, { from: textOf(form, 'from'), to: id, reason: textOf(form, 'reason') })
  return (
    <Panel title="Names" note="Its whole history goes along, and events may go on naming it as before.">
      {why && (
        <p role="note" className="text-sm">
          {why}
        </p>
      )}
      {allowed && (
        <div className="grid gap-x-8 lg:grid-cols-2">
          <SaveForm save={rename} label="Rename" done="Renamed; the numbers are being recomputed.">
            <NameFields name="to" label="Rename to" />
          </SaveForm>
          <SaveForm save={takeIn} label="Add the alias" done="Added; the numbers are being recomputed.">
            <NameFields name="from" label="Also known as" />
          </SaveForm>
        </div>
      )}
      {renamed && (
        <p role="status" className="text-sm">
          It is now <ServiceLink id={renamed} />.
        </p>
      )}
    </Panel>
  )
}

function NameFields({ name, label }: { name: string; label: string }) {
  return (
    <>
      <Field label={label}>
        <input name={name} required maxLength={200} className="field" autoComplete="off" spellCheck={false} />
      </Field>
      <Field label="Reason" hint="required, kept for good">
        <input name="reason" required maxLength={2000} className="field" autoComplete="off" />
      </Field>
    </>
  )
}
