import { performance } from 'node:perf_hooks'
import { contentHash, type CanonicalEvent } from '@windsock/services/domain/event.js'
import { startProjector } from '@windsock/services/facts/projector.js'
import { recordEvents, type FactStores } from '@windsock/services/facts/record-events.js'

export type IngestRates = { events: number; storedPerSecond: number; projectedPerSecond: number; plainInsertPerSecond: number }

const EVENTS_A_DEPLOYMENT = 3

/** Events through the store and the projector, beside the engine's own insert of rows of the same size. */
export async function measureIngest(stores: FactStores, deployments: number): Promise<IngestRates> {
  const events = Array.from({ length: deployments }, (_, index) => eventsOf(index)).flat()
  const began = performance.now()
  for (let start = 0; start < events.length; start += 10_000) await recordEvents(stores, events.slice(start, start + 10_000))
  const stored = performance.now()
  const projector = await startProjector(stores, { worker: 'bench' })
  await projector.idle()
  const projected = performance.now()
  await projector.stop()
  const plain = await plainInsert(stores, events)
  const perSecond = (milliseconds: number) => Math.round((events.length / milliseconds) * 1000)
  return {
    events: events.length,
    storedPerSecond: perSecond(stored - began),
    projectedPerSecond: perSecond(projected - stored),
    plainInsertPerSecond: perSecond(plain),
  }
}

async function plainInsert({ analytics }: FactStores, events: readonly CanonicalEvent[]): Promise<number> {
  await analytics.command('CREATE TABLE plain_events (id String, data String) ENGINE = MergeTree ORDER BY id')
  const rows = events.map(({ id, data }) => ({ id, data: JSON.stringify(data) }))
  const began = performance.now()
  for (let start = 0; start < rows.length; start += 10_000) await analytics.insert('plain_events', rows.slice(start, start + 10_000))
  return performance.now() - began
}

function eventsOf(index: number): CanonicalEvent[] {
  const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + (index * 10 + minutes) * 60_000).toISOString()
  const service = `service-${index % 100}`
  const repository = `github.com/acme/${service}`
  const sha = index.toString(16).padStart(40, 'a')
  const deployment = { service, environment: 'production', deployment: `d${index}`, version: `v${index}`, commit: sha, repository }
  return [
    event(`c${index}`, 'change.committed', at(0), {
      repository,
      sha,
      committedAt: at(0),
      parents: index < 100 ? [] : [(index - 100).toString(16).padStart(40, 'a')],
    }),
    event(`s${index}`, 'deployment.started', at(30), deployment),
    event(`f${index}`, 'deployment.finished', at(35), { ...deployment, outcome: index % 20 === 0 ? 'failed' : 'succeeded' }),
  ].slice(0, EVENTS_A_DEPLOYMENT)
}

function event(id: string, type: string, time: string, data: object): CanonicalEvent {
  const content = { type, time, revision: 0, data } as Parameters<typeof contentHash>[0]
  return { ...content, id, source: 'bench', receivedAt: time, contentHash: contentHash(content), flags: [] } as unknown as CanonicalEvent
}
