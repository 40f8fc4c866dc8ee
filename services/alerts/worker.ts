import { evaluate, type AlertingOptions } from './alerting.js'
import type { Look } from './condition.js'
import { startRounds, type Rounds } from '../store/rounds.js'

/** Telemetry of a minute is given this long to arrive before the minute is judged. */
export const LATENESS_MS = 15_000
const LOOK_AGAIN_MS = 2_000
const KEY = 'alerts.judgedTo'

type Options = AlertingOptions & {
  look: (at: Date) => Promise<Look>
  /** Before a minute is judged: brings in what was stored for it. */
  settle: () => Promise<unknown>
  onChanged: () => void
  now: () => Date
  everyMs?: number
}

/** Judges each minute once, whoever does it. */
export function startAlertWorker(options: Options): Pick<Rounds, 'stop'> {
  const { dataSource, look, settle, onChanged, onError, now, everyMs = LOOK_AGAIN_MS } = options

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
    return everyMs
  }

  return startRounds({ round, restMs: everyMs, onError })
}
