import { evaluate, type AlertingOptions } from './alerting.js'
import type { Look } from './condition.js'
import type { createSender } from './sender.js'
import { startRounds } from '../store/rounds.js'

/** Telemetry of a minute is given this long to arrive before the minute is judged. */
export const LATENESS_MS = 15_000
const LOOK_AGAIN_MS = 2_000
const KEY = 'alerts.judgedTo'

export type AlertWorker = {
  /** Resolves once what was under way is done. */
  stop(): Promise<void>
}

type Options = AlertingOptions & {
  sender: Pick<ReturnType<typeof createSender>, 'runOnce'>
  look: (at: Date) => Promise<Look>
  /** Before a minute is judged: brings in what was stored for it. */
  settle: () => Promise<unknown>
  onChanged: () => void
  now: () => Date
  everyMs?: number
}

/** Judges each minute once, whoever does it, and sends what waits. */
export function startAlertWorker(options: Options): AlertWorker {
  const { dataSource, sender, look, settle, onChanged, onError, now, everyMs = LOOK_AGAIN_MS } = options
  let isStopped = false

  /** Of several processes one has each minute. A minute that is missed by a stop is made good by the next. */
  async function claimMinute(minute: Date): Promise<boolean> {
    const rows = (await dataSource.query(
      `INSERT INTO settings (key, value) VALUES ($1, to_jsonb($2::text))
       ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE settings.value #>> '{}' < $2 RETURNING key`,
      [KEY, minute.toISOString()],
    )) as unknown[]
    return rows.length > 0
  }

  async function round(): Promise<number> {
    const minute = new Date(Math.floor((now().getTime() - LATENESS_MS) / 60_000) * 60_000)
    if (await claimMinute(minute)) {
      await settle()
      if (await evaluate(options, await look(minute))) onChanged()
    }
    while (!isStopped && (await sender.runOnce()) > 0);
    return everyMs
  }

  const rounds = startRounds({ round, restMs: everyMs, onError })
  return {
    async stop() {
      isStopped = true
      await rounds.stop()
    },
  }
}
