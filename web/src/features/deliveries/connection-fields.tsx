'use client'
import { useState } from 'react'
import { ObjectField } from '../../components/object-field.js'
import { ToldField } from '../../components/told-field.js'
import { objectText } from '../../lib/read-object.js'
import type { Connection } from './connection-input.js'
import { settingsExamples } from './settings-examples.js'

interface ConnectionFieldsProps {
  integration: string
  saved?: Connection
}

/** Secret, whether it is needed, and settings: of a new connection, or as they are saved. What was not touched follows what is saved. */
export function ConnectionFields({ integration, saved }: ConnectionFieldsProps) {
  const [chosen, setOpen] = useState<boolean | null>(null)
  const [typed, setSettings] = useState<string | null>(null)
  const open = chosen ?? saved?.open ?? false
  const hasSecret = saved?.hasSecret ?? false
  return (
    <>
      <ToldField name="secret" label="Secret" hint={hasSecret ? 'left blank it stays as it is' : undefined}>
        {(told) => <input name="secret" type="password" autoComplete="off" required={!open && !hasSecret} className="field" {...told} />}
      </ToldField>
      <label className="flex items-center gap-2 self-end pb-2">
        <input name="open" type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} className="size-4" /> Take unsigned
        deliveries
      </label>
      <ObjectField
        name="settings"
        label="Settings"
        hint="how payloads are read; JSON or YAML"
        className="sm:col-span-2"
        value={typed ?? objectText(saved?.settings)}
        onValue={setSettings}
        example={settingsExamples[integration]}
      />
    </>
  )
}
