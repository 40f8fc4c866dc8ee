import type { Slo } from '../../slo/slo.js'
import type { AlertRule, Condition, Look } from '../condition.js'
import { inTurns } from '../in-turns.js'
import { spansOf } from '../spans.js'

const MINUTE_MS = 60_000
const SILENT_MS = 15 * 60_000
/** What has been silent for longer than this is gone, and was told. */
const GONE_MS = 7 * 86_400_000

export const absence: AlertRule = {
  id: 'absence',
  title: 'An indicator went silent',
  description: 'An objective had data, and for 15 minutes has none. A ticket; it ends with the next data, or after seven days.',
  async conditions({ analytics, slos, environments, at }) {
    const sql = `SELECT max(minute) AS last, count() AS minutes FROM sli_minutes WHERE ${TOLD}`
    const found = await inTurns(listened(slos), async ({ slo, sli }) => {
      const [row] = await analytics.query<{ last: string; minutes: string }>(sql, {
        ...paramsOf({ slo, sli, environments }),
        from: new Date(at.getTime() - GONE_MS),
        to: at,
      })
      const last = row && Number(row.minutes) > 0 ? Date.parse(row.last) : null
      return last !== null && isSilent(last, at.getTime()) ? [conditionOf(slo.name, slo.service, sli, last)] : []
    })
    return found.flat()
  },
  async history({ analytics, slos, environments, from, to }) {
    const found = await inTurns(listened(slos), async ({ slo, sli }) => {
      const rows = await analytics.query<{ last: string; next: string | null }>(GAPS, {
        ...paramsOf({ slo, sli, environments }),
        from: new Date(from.getTime() - GONE_MS),
        to,
      })
      const gaps = rows.map(({ last, next }) => ({ last: Date.parse(last), next: next === null ? Infinity : Date.parse(next) }))
      const turns = gaps.flatMap(({ last, next }) => [last + MINUTE_MS + SILENT_MS, last + GONE_MS, next])
      return spansOf(turns, { from, to }, (at) => {
        // A minute is seen once it is over.
        const gap = gaps.findLast(({ last }) => last < at)
        return gap && at <= gap.next && isSilent(gap.last, at) ? [conditionOf(slo.name, slo.service, sli, gap.last)] : []
      })
    })
    return found.flat()
  },
}

const TOLD = `service = {service:String} AND sli = {sli:String} AND environment IN {environments:Array(String)}
  AND minute >= {from:DateTime64(3)} AND minute < {to:DateTime64(3)} AND (total > 0 OR value_count > 0)`

/** Minutes with data after which there was none for long enough, and the next with data. */
const GAPS = `SELECT minute AS last, next FROM (
    SELECT minute, leadInFrame(toNullable(minute)) OVER (ORDER BY minute ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS next
    FROM (SELECT DISTINCT minute FROM sli_minutes WHERE ${TOLD})
  ) WHERE next IS NULL OR next > minute + INTERVAL ${SILENT_MS / 1000} SECOND ORDER BY last`

type Listened = { slo: Slo; sli: string }

function listened(slos: readonly Slo[]): Listened[] {
  return slos.flatMap((slo) => [...new Set(slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? ''))].map((sli) => ({ slo, sli })))
}

function paramsOf({ slo, sli, environments }: Listened & Pick<Look, 'environments'>) {
  return { service: slo.service, sli, environments }
}

/** Of an indicator whose last minute with data is `last`; both are epoch milliseconds. */
function isSilent(last: number, at: number): boolean {
  return at - last - MINUTE_MS >= SILENT_MS && last >= at - GONE_MS
}

function conditionOf(slo: string, service: string, sli: string, last: number): Condition {
  return {
    key: `absence/${slo}/${sli}`,
    rule: 'absence',
    severity: 'ticket',
    service,
    environment: '',
    slo,
    release: null,
    version: null,
    commit: null,
    title: `${service} no longer reports ${sli}`,
    summary: `Nothing was read since the minute of ${new Date(last).toISOString().slice(0, 16).replace('T', ' ')} UTC; the objective ${slo} cannot be judged.`,
    forSeconds: 0,
    hard: false,
  }
}
