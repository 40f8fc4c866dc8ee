import { inTurns } from '../in-turns.js'
import type { AlertRule, Condition } from '../condition.js'
import { minuteText } from '../minute-text.js'

/** What has been silent for longer than this is gone, and was told. */
const GONE_MS = 7 * 86_400_000

type Place = { environment: string; region: string; last: string }

export const absence: AlertRule = {
  id: 'absence',
  title: 'An indicator went silent',
  description:
    'An objective had data from an environment or region of production, and has none from there for as long as the workspace says, 15 minutes unless set. Readings that say that nothing happened are data. A ticket for each; it ends with the next data, or after seven days.',
  async conditions({ analytics, slos, environments, thresholds, at }) {
    const sql = `SELECT environment, region, max(minute) AS last FROM sli_minutes
      WHERE service = {service:String} AND sli = {sli:String} AND environment IN {environments:Array(String)}
        AND minute >= {gone:DateTime64(3)} AND minute < {at:DateTime64(3)} AND samples > 0
      GROUP BY environment, region ORDER BY environment, region`
    const looks = slos.flatMap((slo) =>
      [...new Set(slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? ''))].map((sli) => ({ slo, sli })),
    )
    const found = await inTurns(looks, async ({ slo, sli }) => {
      const params = { service: slo.service, sli, environments, at, gone: new Date(at.getTime() - GONE_MS) }
      const places = await analytics.query<Place>(sql, params)
      const isSilent = ({ last }: Place) => at.getTime() - Date.parse(last) - 60_000 >= thresholds.alertSilentMinutes * 60_000
      return places.filter(isSilent).map((place) => conditionOf(slo.name, slo.service, sli, place))
    })
    return found.flat()
  },
}

function conditionOf(slo: string, service: string, sli: string, { environment, region, last }: Place): Condition {
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
