import { expect, it } from 'vitest'
import { recordEvents } from '../../facts/record-events.js'
import { later, now, open, useAlerting, world } from '../../test/alerting.js'
import { event } from '../../test/event-builders.js'
import { readPage } from '../paging.js'
import { listAlerts } from './list-alerts.js'

useAlerting()

const everyTeam = { within: async (asked: readonly string[] | null | undefined) => asked ?? null }

function from() {
  const { analytics, control } = world.stores
  return { analytics, control, now, teamLimit: everyTeam as never, config: { alertRetentionDays: 10 } }
}

/** An alert of another system that begins now. */
async function reported(incident: string, endedAt: string | null = null): Promise<void> {
  const source = { source: 'alertmanager/main' }
  const detected = event('incident.detected', now().toISOString(), { incident, service: 'cart', title: incident }, source)
  const resolved = endedAt === null ? [] : [event('incident.resolved', endedAt, { incident }, source)]
  await recordEvents({ analytics: world.stores.analytics, control: world.stores.control }, [detected, ...resolved])
}

it('pages through own alerts and reported ones in one order, also where they began at one time', async () => {
  await open('page', 'own first')
  later(1)
  await reported('reported second')
  await open('page', 'own second')
  later(1)
  await reported('reported third')
  const titles: string[] = []
  const totals = new Set<number>()
  for (let after: string | null = null, more = true; more;) {
    const page = await listAlerts(from(), {}, readPage(1, after))
    titles.push(...page.edges.map(({ node }) => node.title))
    totals.add(page.totalCount)
    after = page.pageInfo.endCursor
    more = page.pageInfo.hasNextPage
  }
  // At one time by their ids, of which those of reports are greater than any that begins with a digit or a to f.
  expect(titles).toEqual(['reported third', 'reported second', 'own second', 'own first'])
  expect([...totals]).toEqual([4])
})

it('leaves out what was over before the time for which alerts are kept, and what is no alert', async () => {
  await reported('long over', new Date(world.clock + 60_000).toISOString())
  await reported('never over')
  const stray = event('incident.detected', now().toISOString(), { incident: 'an incident' }, { source: 'pagerduty/main' })
  await recordEvents({ analytics: world.stores.analytics, control: world.stores.control }, [stray])
  const titles = async () => (await listAlerts(from(), {}, readPage(50, null))).edges.map(({ node }) => node.title)
  expect((await titles()).sort()).toEqual(['long over', 'never over'])
  later(11 * 24 * 60)
  expect(await titles()).toEqual(['never over'])
})

it('refuses a cursor of another list', async () => {
  const cursor = Buffer.from('["checkout",3]').toString('base64url')
  await expect(listAlerts(from(), {}, readPage(50, cursor))).rejects.toThrow('after must be a cursor from a page before.')
})
