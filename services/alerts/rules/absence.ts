import { groupBy } from '../../domain/fold.js'
import type { Slo } from '../../slo/slo.js'
import { everyName } from '../../store/analytics/service-names.js'
import type { AlertRule, Condition, Look } from '../condition.js'
import { inTurns } from '../in-turns.js'
import { minuteText } from '../minute-text.js'
import { spansOf } from '../spans.js'

const MINUTE_MS = 60_000
/** What has been silent for longer than this is gone, and was told. */
const GONE_MS = 7 * 86_400_000

type Place = { environment: string; region: string }

export const absence: AlertRule = {
  id: 'absence',
  title: 'An indicator went silent',
  description:
    'An objective had data from an environment or region of production, and has none from there for as long as the workspace says, 15 minutes unless set. Readings that say that nothing happened are data. A ticket for each; it ends with the next data, or after seven days.',
  async conditions({ analytics, slos, environments, thresholds, at }) {
    const sql = `SELECT environment, region, max(minute) AS last FROM sli_minutes WHERE ${TOLD} GROUP BY environment, region ORDER BY environment, region`
    const found = await inTurns(listened(slos), async (heard) => {
      const params = { ...paramsOf(heard, environments), from: new Date(at.getTime() - GONE_MS), to: at }
      const places = await analytics.query<Place & { last: string }>(sql, params)
      return places.flatMap(({ last, ...place }) =>
        isSilent(Date.parse(last), at.getTime(), silentMsOf(thresholds)) ? [conditionOf(heard, place, Date.parse(last))] : [],
      )
    })
    return found.flat()
  },
  async history({ analytics, slos, environments, thresholds, from, to }) {
    const silentMs = silentMsOf(thresholds)
    const found = await inTurns(listened(slos), async (heard) => {
      const rows = await analytics.query<Place & { last: string; next: string | null }>(GAPS, {
        ...paramsOf(heard, environments),
        from: new Date(from.getTime() - GONE_MS),
        to,
        silent: silentMs / 1000,
      })
      return [...groupBy(rows, ({ environment, region }) => `${environment}\n${region}`).values()].flatMap((own) => {
        const gaps = own.map(({ last, next }) => ({ last: Date.parse(last), next: next === null ? Infinity : Date.parse(next) }))
        const turns = gaps.flatMap(({ last, next }) => [last + MINUTE_MS + silentMs, last + GONE_MS, next])
        return spansOf(turns, { from, to }, (at) => {
          // A minute is seen once it is over.
          const gap = gaps.findLast(({ last }) => last < at)
          return gap && at <= gap.next && isSilent(gap.last, at, silentMs) ? [conditionOf(heard, own[0] as Place, gap.last)] : []
        })
      })
    })
    return found.flat()
  },
}

const TOLD = `service IN (${everyName('[{service:String}]')}) AND sli = {sli:String} AND environment IN {environments:Array(String)}
  AND minute >= {from:DateTime64(3)} AND minute < {to:DateTime64(3)} AND samples > 0`

/** Minutes with data from a place after which there was none for long enough, and the next with data. */
const GAPS = `SELECT environment, region, minute AS last, next FROM (
    SELECT environment, region, minute,
      leadInFrame(toNullable(minute)) OVER (PARTITION BY environment, region ORDER BY minute ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS next
    FROM (SELECT DISTINCT environment, region, minute FROM sli_minutes WHERE ${TOLD})
  ) WHERE next IS NULL OR next > minute + toIntervalSecond({silent:UInt32}) ORDER BY environment, region, last`

type Listened = { slo: Slo; sli: string }

function listened(slos: readonly Slo[]): Listened[] {
  return slos.flatMap((slo) => [...new Set(slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? ''))].map((sli) => ({ slo, sli })))
}

function paramsOf({ slo, sli }: Listened, environments: readonly string[]) {
  return { service: slo.service, sli, environments }
}

function silentMsOf({ alertSilentMinutes }: Look['thresholds']): number {
  return alertSilentMinutes * MINUTE_MS
}

/** Of an indicator whose last minute with data is `last`; both are epoch milliseconds. */
function isSilent(last: number, at: number, silentMs: number): boolean {
  return at - last - MINUTE_MS >= silentMs && last >= at - GONE_MS
}

function conditionOf({ slo: { name: slo, service }, sli }: Listened, { environment, region }: Place, last: number): Condition {
  const where = region === '' ? environment : `${environment}, region ${region}`
  return {
    key: `absence/${slo}/${sli}/${environment}/${region}`,
    rule: 'absence',
    severity: 'ticket',
    service,
    environment,
    slo,
    release: null,
    version: null,
    commit: null,
    title: `${service} no longer reports ${sli} from ${where}`,
    summary: `Nothing was read since the minute of ${minuteText(last)}; the objective ${slo} cannot be judged there.`,
    forSeconds: 0,
    hard: false,
  }
}
