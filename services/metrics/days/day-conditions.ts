import type { Condition } from '../../store/analytics/page.js'
import type { Measure } from '../measure.js'

const INSTANT = "DateTime64(3, 'UTC')"
/** A record counts up to so many days after the rollout it belongs to. */
export const LATEST_AFTER_DAYS = 31
/** The service of the rows of all services together. */
export const ALL_SERVICES = ''

export type Span = { from: Date; to: Date }

/** What picks the rows of measures on the days of some stretches. */
export function conditionsOfRows(zone: string, measures: readonly Measure[], stretches: readonly Span[]): Condition[] {
  const within = stretches.map(
    (_, index) => `day_from >= {daysFrom${index}:${INSTANT}} AND day_from < {daysTo${index}:${INSTANT}}
        AND anchor_day >= toDate32({daysFrom${index}:${INSTANT}}) - ${LATEST_AFTER_DAYS} AND anchor_day <= toDate32({daysTo${index}:${INSTANT}})`,
  )
  return [
    {
      sql: 'zone = {dayZone:String} AND measure IN {dayMeasures:Array(String)}',
      params: { dayZone: zone, dayMeasures: measures.map(({ definition }) => definition.key) },
    },
    {
      sql: within.join(' OR '),
      params: Object.fromEntries(
        stretches.flatMap(({ from, to }, index) => [
          [`daysFrom${index}`, from],
          [`daysTo${index}`, to],
        ]),
      ),
    },
  ]
}

export const OF_ALL_SERVICES: Condition = { sql: `service = '${ALL_SERVICES}'`, params: {} }
export const OF_EACH_SERVICE: Condition = { sql: `service != '${ALL_SERVICES}'`, params: {} }
