import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { company } from './company/company.js'
import { newTally } from './company/tally.js'
import type { SeedEvent } from './http/seed-event.js'
import { knownAnswerEvents } from './known-answer/known-answer.js'

const folder = fileURLToPath(new URL('../schemas/events/', import.meta.url))
const contracts = loadContracts()

describe('events are valid by schemas/events', () => {
  it('of the known-answer data set', () => {
    expect(faultsOf(knownAnswerEvents())).toEqual([])
  })

  it('of the company', () => {
    const events = [...company({ seed: 5, scale: 0.3, days: 90, end: Date.parse('2026-11-01'), github: false }, newTally())].flatMap((sent) =>
      'event' in sent ? sent.event : [],
    )
    expect(events.length).toBeGreaterThan(3000)
    expect(new Set(events.map((event) => event.type)).size).toBeGreaterThanOrEqual(14)
    expect(faultsOf(events)).toEqual([])
  })

  it('and an event that is not would be noticed', () => {
    const wrong = {
      id: 'x',
      source: 'y',
      type: 'deployment.finished',
      time: '2026-10-05T00:00:00Z',
      data: { deployment: 'd', service: 's', environment: 'e', outcome: 'fine' },
    }
    expect(faultsOf([wrong])).toHaveLength(1)
  })
})

function loadContracts(): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false })
  ajv.addFormat(
    'instant',
    (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
  )
  const schemas = readdirSync(folder)
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => [file.replace('.schema.json', ''), JSON.parse(readFileSync(folder + file, 'utf8')) as object] as const)
  const common = schemas.find(([name]) => name === 'common')?.[1]
  if (!common) throw new Error('schemas/events/common.schema.json was not found')
  ajv.addSchema(common)
  return new Map(schemas.filter(([name]) => name !== 'common').map(([name, schema]) => [name, ajv.compile(schema)]))
}

function faultsOf(events: readonly SeedEvent[]): string[] {
  return events.flatMap((event) => {
    const envelope = contracts.get('envelope') as ValidateFunction
    const data = contracts.get(event.type)
    if (!data) return [`${event.id}: no schema for ${event.type}`]
    return [...(envelope(event) ? [] : (envelope.errors ?? [])), ...(data(event.data) ? [] : (data.errors ?? []))].map(
      (error) => `${event.id} ${error.instancePath} ${error.message}`,
    )
  })
}
