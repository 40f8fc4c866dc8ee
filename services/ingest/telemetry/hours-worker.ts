import { startRounds, type Rounds } from '../../store/rounds.js'
import { keepTelemetry, type TelemetryDays } from './keep-telemetry.js'
import { makeHours, type HoursOptions } from './hours.js'

const EVERY_MS = 3_600_000

type Options = Omit<HoursOptions, 'minutesDays'> & { days: TelemetryDays; now: () => Date; onError(error: unknown): void }

/** Keeps the hours up with the minutes, and each resolution for as long as it is said; now and every hour. */
export function startHoursWorker({ analytics, dataSource, days, now, onError }: Options): Pick<Rounds, 'stop'> {
  return startRounds({
    async round() {
      await keepTelemetry(analytics, days)
      await makeHours({ analytics, dataSource, minutesDays: days.minutes }, now())
      return EVERY_MS
    },
    restMs: EVERY_MS / 60,
    onError,
  })
}
