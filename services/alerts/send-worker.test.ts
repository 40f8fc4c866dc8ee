import { expect, it, vi } from 'vitest'
import { defaultAlertThresholds } from '../domain/alert-thresholds.js'
import { startSendWorker } from './send-worker.js'
import { startAlertWorker } from './worker.js'
import { startRecordingServer } from './routes/recording-server.js'
import { dataSource, later, now, open, route, SECRET, senderOf, told, useAlerting, world } from '../test/alerting.js'

useAlerting()

const NOTHING = { slos: [], policies: new Map(), environments: [], thresholds: defaultAlertThresholds }
const failures: unknown[] = []
const onError = (error: unknown) => failures.push(error)

it('tells the others, and judges each minute, while a route never answers', async () => {
  const silent = await startRecordingServer(() => 'hangs')
  await route('silent', { settings: { url: silent.url, secret: SECRET } })
  await route('pager')
  for (let index = 0; index < 12; index += 1) await open('page', `alert ${index}`)
  const judged: Date[] = []
  const judging = startAlertWorker({
    dataSource: dataSource(),
    analytics: world.stores.analytics,
    publicUrl: () => '',
    onError,
    look: async (at) => (judged.push(at), { ...NOTHING, analytics: world.stores.analytics, at }),
    settle: async () => undefined,
    onChanged: () => undefined,
    now,
    everyMs: 200,
  })
  const sending = startSendWorker({ sender: senderOf(), onError, everyMs: 200 })
  try {
    // Far less than the 15 seconds that one try may take.
    await vi.waitFor(() => expect(told().filter((one) => one === '/pager alert.firing')).toHaveLength(12), { timeout: 14_000 })
    for (const count of [2, 3]) {
      later(1)
      await vi.waitFor(() => expect(judged).toHaveLength(count), { timeout: 5_000 })
    }
    expect(failures).toEqual([])
    // It is asked for a few at a time, not for all that waits.
    expect(silent.recorded).toHaveLength(4)
  } finally {
    await Promise.all([judging.stop(), sending.stop(), silent.close()])
  }
}, 60_000)
