'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { MappedIntegrationsQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { MappingOutcome } from './mapping-outcome.js'
import { mappedIntegrationsDocument, previewMappingDocument } from './queries.js'
import { SaveMapping } from './save-mapping.js'

type Mapped = MappedIntegrationsQuery['mappedIntegrations'][number]

export function MappingPanel() {
  const query = useApi(mappedIntegrationsDocument, {})
  return (
    <Panel
      title="Try a mapping"
      note="How the payloads of any sender are read: a preset or rules of your own, tried on one payload. Nothing is recorded."
    >
      <QueryView query={query} what="The integrations" skeleton={<TableSkeleton rows={3} />}>
        {({ mappedIntegrations, connections }) => <MappingForm integrations={mappedIntegrations} connections={connections} />}
      </QueryView>
    </Panel>
  )
}

function MappingForm({ integrations, connections }: { integrations: readonly Mapped[]; connections: MappedIntegrationsQuery['connections'] }) {
  const [id, setId] = useState(integrations[0]?.id ?? '')
  const chosen = integrations.find((one) => one.id === id)
  const [settings, setSettings] = useState(() => presetText(chosen?.presets[0]))
  const [payload, setPayload] = useState('{}')
  const preview = useMutation({ mutationFn: () => request(previewMappingDocument, { input: { integration: id, settings, payload } }) })
  function choose(next: string) {
    setId(next)
    setSettings(presetText(integrations.find((one) => one.id === next)?.presets[0]))
    preview.reset()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    preview.mutate()
  }
  return (
    <div className="grid gap-4 text-sm">
      <form onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
        <label className="grid gap-1">
          What it tells
          <select className="field" value={id} onChange={(event) => choose(event.target.value)}>
            {integrations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <div className="grid gap-1">
          Begin with
          <div className="flex flex-wrap gap-2">
            {chosen?.presets.map((preset) => (
              <Button key={preset} onClick={() => setSettings(presetText(preset))}>
                {preset}
              </Button>
            ))}
            <Button onClick={() => setSettings(exampleText(chosen?.eventTypes[0] ?? ''))}>rules of one&apos;s own</Button>
          </div>
        </div>
        <label className="grid gap-1">
          Settings, JSON or YAML
          <textarea rows={12} className="field font-mono" value={settings} onChange={(event) => setSettings(event.target.value)} spellCheck={false} />
        </label>
        <label className="grid gap-1">
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
      <SaveMapping settings={settings} connections={connections.filter(({ integration }) => integration === id)} />
    </div>
  )
}

function presetText(preset: string | undefined): string {
  return JSON.stringify({ preset, constants: { service: 'payments' } }, null, 2)
}

function exampleText(type: string): string {
  return `mapping:
  - type: ${type}
    when: state = "done"
    id: id
    time: at
    data:
      service: app
`
}
