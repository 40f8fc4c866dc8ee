'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.js'
import { ObjectField } from '../../components/object-field.js'
import { FaultContext } from '../../components/told-field.js'
import { faultOf } from '../../lib/fault.js'
import { request } from '../../lib/graphql-client.js'
import { readObject } from '../../lib/read-object.js'
import { saveConnectionDocument } from '../deliveries/queries.js'
import { type Connection, exampleText, firstDraft, hasSettings, type Mapped, presetText, savedDraft } from './draft.js'
import { MappingOutcome } from './mapping-outcome.js'
import { previewMappingDocument } from './queries.js'
import { SaveMapping } from './save-mapping.js'

/** Writes a mapping, tries it on a payload, and saves it. */
export function MappingForm({ integrations, connections }: { integrations: readonly Mapped[]; connections: readonly Connection[] }) {
  const connectionsOf = (id: string) => connections.filter(({ integration }) => integration === id)
  const [chosen, setChosen] = useState(integrations[0])
  const id = chosen?.id ?? ''
  const own = connectionsOf(id)
  const [draft, setDraft] = useState(() => firstDraft(chosen, own))
  const [payload, setPayload] = useState('{}')
  const { settings } = draft
  const preview = useMutation({ mutationFn: () => request(previewMappingDocument, { input: { integration: id, settings, payload } }) })
  const saving = useSaving(settings)
  const fault = faultOf(saving.error, ['settings'])
  function write(change: Partial<typeof draft>) {
    setDraft({ ...draft, ...change })
    saving.reset()
  }
  function choose(next: string) {
    const integration = integrations.find((one) => one.id === next)
    setChosen(integration)
    write(firstDraft(integration, connectionsOf(next)))
    preview.reset()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    preview.mutate()
  }
  return (
    <div className="grid gap-4 text-sm">
      <form onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
        <label className="grid content-start gap-1">
          What it tells
          <select className="field" value={id} onChange={(event) => choose(event.target.value)}>
            {integrations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <div className="grid content-start gap-1">
          Begin with
          <div className="flex flex-wrap gap-2">
            {own.filter(hasSettings).map((connection) => (
              <Button key={connection.source} onClick={() => write(savedDraft(connection))}>
                the settings of {connection.source}
              </Button>
            ))}
            {chosen?.presets.map((preset) => (
              <Button key={preset} onClick={() => write({ settings: presetText(preset) })}>
                {preset}
              </Button>
            ))}
            <Button onClick={() => write({ settings: exampleText(chosen?.eventTypes[0] ?? '') })}>rules of one&apos;s own</Button>
          </div>
        </div>
        <FaultContext value={fault}>
          <ObjectField name="settings" label="Settings" rows={12} value={settings} onValue={(text) => write({ settings: text })} />
        </FaultContext>
        <label className="grid content-start gap-1">
          Payload, JSON
          <textarea rows={12} className="field font-mono" value={payload} onChange={(event) => setPayload(event.target.value)} spellCheck={false} />
        </label>
        <div className="flex items-center gap-3 sm:col-span-2">
          <Button type="submit" look="primary" disabled={preview.isPending}>
            Try
          </Button>
          <span role="status" className="text-bad">
            {preview.isError && preview.error.message}
          </span>
        </div>
      </form>
      {preview.data && <MappingOutcome preview={preview.data.previewMapping} />}
      <SaveMapping connections={own} source={draft.source} onSource={(source) => write({ source })} saving={saving} isTold={fault !== null} />
    </div>
  )
}

function useSaving(text: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ integration, source, open }: Connection) =>
      request(saveConnectionDocument, { input: { integration, source, open, secret: null, settings: await readObject('settings', text) } }),
    onSuccess: () => client.invalidateQueries(),
  })
}
