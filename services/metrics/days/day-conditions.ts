import type { Condition } from '../../store/analytics/page.js'
import type { Measure } from '../measure.js'

const INSTANT = "DateTime64(3, 'UTC')"
/** A record counts up to so many days after the rollout it belongs to. */
export const LATEST_AFTER_DAYS = 31
/** The service of the rows of all services together. */
export const ALL_SERVICES = ''

export type Span = { from: Date; to: Date }

/** What picks the rows of measures on the days of a stretch. */
export function conditionsOfRows(zone: string, measures: readonly Measure[], { from, to }: Span): Condition[] {
  return [
    {
      sql: 'zone = {dayZone:String} AND measure IN {dayMeasures:Array(String)}',
      params: { dayZone: zone, dayMeasures: measures.map(({ definition }) => definition.key) },
    },
    {
      sql: `day_from >= {daysFrom:${INSTANT}} AND day_from < {daysTo:${INSTANT}}
        AND anchor_day >= toDate32({daysFrom:${INSTANT}}) - ${LATEST_AFTER_DAYS} AND anchor_day <= toDate32({daysTo:${INSTANT}})`,
      params: { daysFrom: from, daysTo: to },
    },
  ]
}

export const OF_ALL_SERVICES: Condition = { sql: `service = '${ALL_SERVICES}'`, params: {} }
export const OF_EACH_SERVICE: Condition = { sql: `service != '${ALL_SERVICES}'`, params: {} }
