import { describe, expect, it } from 'vitest'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { createEventReader } from './event-reader.js'

const TIME = '2026-11-02T08:00:00.000Z'
const row = (scope: string, id: string) => ({
  scope,
  type: 'deployment.started',
  source: 'test',
  id,
  content_hash: id,
  time: TIME,
  revision: '0',
  received_at: TIME,
  service: 'cart',
  flags: [],
  data: `{"deployment":"${id}"}`,
})

/** A store that answers with these rows and remembers what it was asked. */
function storeOf(rows: ReturnType<typeof row>[]) {
  const asked: unknown[] = []
  async function* stream(_sql: string, params?: Record<string, unknown>) {
    asked.push(params)
    yield rows.filter(({ scope }) => (params?.scopes as string[]).includes(scope))
  }
  return { analytics: { stream } as unknown as AnalyticsStore, asked }
}

const idsOf = (events: { id: string }[]) => events.map(({ id }) => id)

describe('events that are read for several services', () => {
  const rows = [row('service:b', '2'), row('service:a', '1'), row('corrections', '3'), row('service:b', '4')]

  it('come in one statement when they are asked for at once, each to who asked for it', async () => {
    const { analytics, asked } = storeOf(rows)
    const reader = createEventReader(analytics)
    const answers = await Promise.all([reader.inScopes(['service:a', 'corrections']), reader.inScopes(['service:b', 'corrections'])])
    expect(answers.map(idsOf)).toEqual([
      ['1', '3'],
      ['2', '4', '3'],
    ])
    expect(asked).toEqual([{ scopes: ['service:a', 'corrections', 'service:b'], family: '' }])
  })

  it('are not read again, except of another family', async () => {
    const { analytics, asked } = storeOf(rows)
    const reader = createEventReader(analytics)
    expect(idsOf(await reader.inScopes(['corrections', 'service:c']))).toEqual(['3'])
    expect(idsOf(await reader.inScopes(['corrections']))).toEqual(['3'])
    expect(await reader.inScopes([])).toEqual([])
    await reader.inScopes(['corrections'], 'fact.')
    expect(asked).toEqual([
      { scopes: ['corrections', 'service:c'], family: '' },
      { scopes: ['corrections'], family: 'fact.' },
    ])
  })

  it('are as they were stored', async () => {
    const [event] = await createEventReader(storeOf(rows).analytics).inScopes(['service:a'])
    expect(event).toMatchObject({ id: '1', time: TIME, receivedAt: TIME, revision: 0, contentHash: '1', data: { deployment: '1' } })
  })
})
