import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SeedEvent } from '../http/seed-event.js'
import { catalogue } from './catalogue.js'
import { company, type CompanyOptions } from './company.js'
import { newTally } from './tally.js'

const end = Date.parse('2026-11-01T00:00:00Z')
const small: CompanyOptions = { seed: 3, scale: 0.2, days: 60, end, github: true }
const whole = told({ seed: 1, scale: 1, days: 365, end, github: false })

function told(options: CompanyOptions): SeedEvent[] {
  return [...company(options, newTally())].flatMap((sent) => ('event' in sent ? sent.event : []))
}

function digestOf(options: CompanyOptions): string {
  const hash = createHash('sha256')
  for (const sent of company(options, newTally())) hash.update(JSON.stringify(sent))
  return hash.digest('hex')
}

const started = whole.filter((event) => event.type === 'deployment.started' && event.data.environment === 'production')
const outcomes = new Map<string, number>()
for (const event of whole.filter((one) => one.type === 'deployment.finished' && one.data.environment === 'production')) {
  outcomes.set(String(event.data.outcome), (outcomes.get(String(event.data.outcome)) ?? 0) + 1)
}

describe('the same company', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    expect(digestOf(small)).toBe(digestOf(small))
    expect(digestOf(small)).not.toBe(digestOf({ ...small, seed: 4 }))
  })

  it('has services that do not change each other: a smaller one is the beginning of a larger one', () => {
    const events = told({ ...small, github: false })
    expect(told({ ...small, scale: 0.4, github: false }).slice(0, events.length)).toEqual(events)
  })
})

describe('the whole company', () => {
  it('has forty services in six teams of three tiers, and depends only on services of its own', () => {
    const services = catalogue(1, 1)
    const names = new Set(services.map((service) => service.name))
    expect(names.size).toBe(40)
    expect(new Set(services.map((service) => service.team)).size).toBe(6)
    expect(new Set(services.map((service) => service.tier)).size).toBe(3)
    expect(services.flatMap((service) => service.dependsOn).filter((name) => !names.has(name))).toEqual([])
  })

  it('gives each event an id of its own', () => {
    expect(new Set(whole.map((event) => `${event.source} ${event.id}`)).size).toBe(whole.length)
  })

  it('stays inside its year', () => {
    const times = whole.map((event) => Date.parse(event.time))
    expect(times.reduce((a, b) => Math.max(a, b))).toBeLessThan(end)
    const first = times.reduce((a, b) => Math.min(a, b))
    expect(first).toBeGreaterThanOrEqual(end - 365 * 86_400_000)
  })

  it('works on weekdays and in daylight', () => {
    const onWeekend = started.filter((event) => [0, 6].includes(new Date(event.time).getUTCDay())).length
    const atNight = started.filter((event) => new Date(event.time).getUTCHours() < 4).length
    expect(onWeekend / started.length).toBeLessThan(0.06)
    expect(atNight / started.length).toBeLessThan(0.03)
  })

  it('rests between Christmas and New Year', () => {
    const between = (from: string, to: string) => started.filter((event) => event.time >= from && event.time < to).length
    expect(between('2025-12-22', '2025-12-29')).toBeLessThan(0.3 * between('2025-12-08', '2025-12-15'))
  })

  it('knows all outcomes, and fails now and then', () => {
    expect([...outcomes.keys()].sort()).toEqual(['cancelled', 'failed', 'rolled_back', 'skipped', 'succeeded', 'superseded'])
    const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0)
    expect((outcomes.get('failed') ?? 0) / total).toBeGreaterThan(0.005)
    expect((outcomes.get('failed') ?? 0) / total).toBeLessThan(0.06)
    expect((outcomes.get('succeeded') ?? 0) / total).toBeGreaterThan(0.9)
  })

  it('has staging before production, regions, twins, rollbacks, hotfixes and redeployments', () => {
    expect(whole.some((event) => event.source.startsWith('argocd/'))).toBe(true)
    expect(new Set(started.map((event) => event.data.region)).size).toBe(4)
    expect(started.filter((event) => event.data.kind === 'rollback').length).toBeGreaterThan(50)
    expect(started.filter((event) => event.data.kind === 'hotfix').length).toBeGreaterThan(20)
    expect(started.filter((event) => event.data.trigger === 'schedule').length).toBeGreaterThan(100)
  })

  it('names nobody who could be somebody', () => {
    const people = JSON.stringify(whole).match(/[\w.+-]+@[\w.-]+/g) ?? []
    expect(people.length).toBeGreaterThan(1000)
    expect(people.filter((address) => !address.endsWith('@example.invalid'))).toEqual([])
  })

  it('commits before it deploys', () => {
    const late = started.filter((event) =>
      ((event.data.changes ?? []) as { committedAt: string }[]).some((change) => change.committedAt > event.time),
    )
    expect(late).toEqual([])
  })
})

describe('the tally', () => {
  it('counts each rollout once, and each succeeded change', () => {
    const tally = newTally()
    const events = [...company({ ...small, github: false }, tally)].flatMap((sent) => ('event' in sent ? sent.event : []))
    const sum = [...tally.services().values()].reduce((total, one) => total + one.deployments, 0)
    const ids = new Set(
      events.filter((event) => event.type.startsWith('deployment.') && !event.source.startsWith('argocd/')).map((event) => event.data.deployment),
    )
    expect(tally.events()).toBe(events.length)
    expect(sum).toBe(ids.size)
  })

  it('does not depend on the shapes things are sent in', () => {
    const [plain, shaped] = [newTally(), newTally()]
    for (const _ of company({ ...small, github: false }, plain));
    const sent = [...company(small, shaped)]
    expect(sent.some((one) => 'github' in one)).toBe(true)
    expect([...shaped.services()]).toEqual([...plain.services()])
  })
})
