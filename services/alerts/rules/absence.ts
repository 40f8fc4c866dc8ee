import { inTurns } from '../in-turns.js'
import type { AlertRule, Condition } from '../condition.js'

const SILENT_MS = 15 * 60_000
/** What has been silent for longer than this is gone, and was told. */
const GONE_MS = 7 * 86_400_000

export const absence: AlertRule = {
  id: 'absence',
  title: 'An indicator went silent',
  description: 'An objective had data, and for 15 minutes has none. A ticket; it ends with the next data, or after seven days.',
  async conditions({ analytics, slos, environments, at }) {
    const sql = `SELECT max(minute) AS last, count() AS minutes FROM sli_minutes
      WHERE service = {service:String} AND sli = {sli:String} AND environment IN {environments:Array(String)}
        AND minute >= {gone:DateTime64(3)} AND minute < {at:DateTime64(3)} AND (total > 0 OR value_count > 0)`
    const looks = slos.flatMap((slo) =>
      [...new Set(slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? ''))].map((sli) => ({ slo, sli })),
    )
    const found = await inTurns(looks, async ({ slo, sli }) => {
      const params = { service: slo.service, sli, environments, at, gone: new Date(at.getTime() - GONE_MS) }
      const [row] = await analytics.query<{ last: string; minutes: string }>(sql, params)
      const silentMs = row && Number(row.minutes) > 0 ? at.getTime() - Date.parse(row.last) - 60_000 : 0
      return silentMs >= SILENT_MS ? [conditionOf(slo.name, slo.service, sli, row?.last ?? '')] : []
    })
    return found.flat()
  },
}

function conditionOf(slo: string, service: string, sli: string, last: string): Condition {
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
