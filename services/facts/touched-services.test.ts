import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveService } from '../domain/derive.js'
import type { CanonicalEvent, EventType } from '../domain/event.js'
import { defaultRules } from '../domain/facts.js'
import { event } from '../test/event-builders.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { eventRow } from './event-rows.js'
import { factRows, type FactRow, type FactTable } from './fact-rows.js'
import { loadServiceEvents } from './load-service.js'
import { touchedServices } from './touched-services.js'

/** `old` becomes a former name of `cart` in some histories. */
const NAMES = ['', 'cart', 'pay', 'old']
const HISTORIES = 25

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})

afterAll(async () => {
  await stores?.close()
})

const service = fc.constantFrom('cart', 'pay', 'old')
const deployment = fc.constantFrom('d1', 'd2', 'd3')
const release = fc.constantFrom('R1', 'R2', 'cart@V1')
const incident = fc.constantFrom('I1', 'I2', 'I3')
const digest = fc.constantFrom('sha256:aa', 'sha256:bb')
const repository = fc.constantFrom('shop/cart', 'shop/pay')
const sha = fc.constantFrom('aaaaaaa', 'bbbbbbb')
const version = fc.constantFrom('V1', 'V2')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 })
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })

type Told = { type: EventType; data: Record<string, unknown> }

function told(type: EventType, data: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Told> {
  return data.map((fields) => ({ type, data: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) }))
}

const rolledOut = {
  deployment,
  service,
  environment: fc.constant('production'),
  version: maybe(version),
  release: rarely(release),
  artifactDigest: rarely(digest),
}
const broken = {
  incident,
  service: maybe(service),
  services: rarely(fc.uniqueArray(service, { minLength: 1, maxLength: 2 })),
  deployment: rarely(deployment),
  release: rarely(release),
}
const remedy = maybe(fc.record({ kind: fc.constantFrom('rollback', 'hotfix'), deployment }))

const anyEvent: fc.Arbitrary<Told> = fc.oneof(
  told('deployment.started', fc.record({ ...rolledOut, repository: maybe(repository), commit: maybe(sha) })),
  told('deployment.finished', fc.record({ ...rolledOut, outcome: fc.constantFrom('succeeded', 'failed') })),
  told('incident.detected', fc.record(broken)),
  told('incident.mitigated', fc.record({ incident, service: rarely(service), mitigation: remedy })),
  told('incident.resolved', fc.record({ incident })),
  told('change.committed', fc.record({ repository, sha, committedAt: fc.constant('2026-11-02T07:00:00Z'), message: maybe(fc.constant('A change')) })),
  told('artifact.published', fc.record({ digest, repository: maybe(repository), commit: maybe(sha), service: rarely(service) })),
  told('artifact.promoted', fc.record({ digest, from: fc.constant('staging'), to: fc.constant('production') })),
  told('test.finished', fc.record({ service, digest: maybe(digest), name: fc.constant('smoke'), status: fc.constantFrom('passed', 'failed') })),
  told('service.declared', fc.record({ service: fc.constant('cart'), repository: maybe(repository), aliases: maybe(fc.constantFrom(['old'], [])) })),
  told(
    'fact.corrected',
    fc.record({
      kind: fc.constant('incident'),
      id: incident,
      reason: fc.constant('seen'),
      fields: fc.oneof(
        fc.record({ mergeInto: incident }),
        fc.record({ attribution: fc.oneof(deployment, release, fc.constant('unrelated')) }),
        fc.record({ services: fc.uniqueArray(service, { minLength: 1, maxLength: 2 }) }),
        fc.record({ title: fc.constant('Named anew') }),
      ),
    }),
  ),
  told(
    'fact.corrected',
    fc.record({
      kind: fc.constant('deployment'),
      id: deployment,
      reason: fc.constant('seen'),
      fields: fc.record({ outcome: fc.constantFrom('failed', 'succeeded') }),
    }),
  ),
)

const history = fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 599 })), { minLength: 4, maxLength: 14 })

type Facts = Map<string, Record<FactTable, FactRow[]>>

async function factsNow(): Promise<Facts> {
  const facts = NAMES.map(async (name) => {
    const derived = deriveService(name, await loadServiceEvents(stores.analytics, name), defaultRules)
    return [name, factRows(derived, defaultRules.isProduction)] as const
  })
  return new Map(await Promise.all(facts))
}

async function recorded(happened: CanonicalEvent): Promise<Set<string>> {
  await stores.analytics.insert('events', [eventRow(happened)])
  return await touchedServices(stores.analytics, [happened])
}

describe('an event', () => {
  it('marks every service whose facts it changes, and each incident is kept once', { timeout: 400_000 }, async () => {
    let serial = 0
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        for (const table of ['events', 'events_by_scope']) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
        let before = await factsNow()
        const reported = new Set<string>()
        const joined = new Set<string>()
        for (const [{ type, data }, minute] of steps) {
          serial += 1
          const time = new Date(Date.UTC(2026, 10, 2, 8, minute)).toISOString()
          const touched = await recorded(event(type, time, data, { id: `touch-${serial}` }))
          if (type.startsWith('incident.')) reported.add(String(data.incident))
          if ((data.fields as { mergeInto?: string } | undefined)?.mergeInto) joined.add(String(data.id))
          const after = await factsNow()
          const changed = NAMES.filter((name) => JSON.stringify(after.get(name)) !== JSON.stringify(before.get(name)))
          expect(changed.filter((name) => !touched.has(name))).toEqual([])
          const kept = [...after.values()].flatMap(({ incidents }) => incidents.map(({ id }) => String(id)))
          expect(kept.filter((id, index) => kept.indexOf(id) !== index)).toEqual([])
          expect([...reported].filter((id) => !kept.includes(id) && !joined.has(id))).toEqual([])
          expect(kept.filter((id) => !reported.has(id))).toEqual([])
          before = after
        }
      }),
      { numRuns: HISTORIES, seed: Number(process.env.WINDSOCK_RANDOM_SEED ?? 1) },
    )
  })
})
