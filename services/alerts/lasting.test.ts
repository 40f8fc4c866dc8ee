import { expect, it, vi } from 'vitest'
import type { Condition } from './condition.js'
import { acknowledge, alerts, dataSource, deployed, later, look, minutes, route, useAlerting } from '../test/alerting.js'

useAlerting()

const SERVICES = ['one', 'two', 'three']
/** Changes with every write of a row. */
const versions = async () => await dataSource().query('SELECT id, xmin::text AS version FROM alerts ORDER BY id')
const summaries = async () => (await alerts()).map(({ condition }) => (condition as Condition).summary)

/** How many statements about alerts a look takes. */
async function statementsOf(work: () => Promise<void>): Promise<number> {
  const logged = vi.spyOn(dataSource().logger, 'logQuery')
  try {
    await work()
    return logged.mock.calls.filter(([sql]) => /\balerts\b|"alert"/i.test(sql)).length
  } finally {
    logged.mockRestore()
  }
}

async function failEach(services: readonly string[]): Promise<void> {
  await deployed(...services.map((service, index) => ({ id: `d${index}`, service, minutesAgo: 5, outcome: 'failed' })))
}

it('a look that finds what is known writes no alert, whether it fires or is taken care of', async () => {
  await route('pager')
  await failEach(SERVICES)
  await minutes(Array.from({ length: 60 }, () => 16))
  await look()
  await acknowledge()
  await failEach(['four'])
  await look()
  expect((await alerts()).map(({ state }) => state).sort()).toEqual([...Array(4).fill('acknowledged'), 'firing'])
  const before = await versions()
  later(1)
  await minutes([16])
  await look()
  expect(await versions()).toEqual(before)
})

it('those whose words changed are written, and no others', async () => {
  await failEach(SERVICES)
  await minutes(Array.from({ length: 60 }, () => 16))
  await look()
  const before = await versions()
  later(30)
  await minutes(Array.from({ length: 30 }, () => 60))
  await look()
  const changed = (await versions()).filter(({ version }: { version: string }, index: number) => version !== before[index].version)
  const burning = (await alerts()).filter(({ rule }) => rule === 'burn_rate')
  expect(changed.map(({ id }: { id: string }) => id)).toEqual(burning.map(({ id }) => id))
  // Half an hour of 16 and half of 60 bad in a hundred, where one is allowed.
  expect((await summaries()).join()).toContain('burned 38.0 times as fast as allowed over 1 h')
})

it('many that change take as many statements as one', async () => {
  const missing = (service: string, more: object) => ({ id: `m-${service}`, service, minutesAgo: 5, ...more })
  const looked = async (services: readonly string[]) => {
    await deployed(...services.map((service) => missing(service, { commit: '' })))
    await look([])
    await deployed(...services.map((service) => missing(service, { commit: '', version_name: '' })))
    const before = await summaries()
    const statements = await statementsOf(() => look([]))
    expect((await summaries()).filter((summary) => before.includes(summary))).toEqual([])
    await dataSource().query('TRUNCATE alert_messages, alerts')
    return statements
  }
  const one = await looked(['one'])
  expect(one).toBeGreaterThan(0)
  expect(await looked(SERVICES)).toBe(one)
})
