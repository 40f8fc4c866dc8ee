import { fastestBurn } from '../../slo/burn.js'
import { sloStatus, type ObjectiveStatus, type SloStatus } from '../../slo/status.js'
import { inTurns } from '../in-turns.js'
import type { AlertRule, Condition, Severity } from '../condition.js'

/** With fewer bad events than this in the long window nobody is woken: one failed request in a quiet night is no outage. */
export const FEWEST_BAD = 10
/** Of the fastest rule, this many times its factor is told even during an experiment. */
const HARD = 2

export const burnRate: AlertRule = {
  id: 'burn_rate',
  title: 'Error budget burns too fast',
  description:
    'Both windows of a pair burn faster than its factor. For 30 days: a page at 14.4 over 1 h and 5 min or 6 over 6 h and 30 min, a ticket at 3 over 1 d and 2 h or 1 over 3 d and 6 h. At least ten bad events, where events are counted.',
  async conditions({ analytics, slos, environments, at }) {
    const statuses = await inTurns(slos, (slo) => sloStatus(analytics, slo, environments, at))
    return statuses.flatMap(burning)
  },
}

function burning(status: SloStatus): Condition[] {
  // Who is paged needs no ticket of it as well.
  return status.objectives.flatMap(
    (objective, index) => fastest(status, objective, index, 'page') ?? fastest(status, objective, index, 'ticket') ?? [],
  )
}

/** Of the rules of one severity that burn, the one with the shortest windows. */
function fastest({ slo }: SloStatus, objective: ObjectiveStatus, index: number, severity: Severity): Condition | null {
  const windowOf = (seconds: number) => objective.burns.find((window) => window.seconds === seconds)
  const [found] = objective.rules
    .filter((rule) => rule.burning && rule.severity === severity && fastestBurn(objective.objective.target) > rule.factor)
    .map((rule) => ({ rule, long: windowOf(rule.longSeconds) }))
    .filter(
      ({ long }) =>
        long !== undefined && (slo.budgetingMethod !== 'Occurrences' || objective.objective.op !== null || long.total - long.good >= FEWEST_BAD),
    )
  if (!found) return null
  const { rule, long } = found
  const burn = long?.burn ?? 0
  const left = objective.budgetLeft === null ? '' : ` ${percent(objective.budgetLeft)} of its budget is left.`
  return {
    key: `burn_rate/${slo.name}/${index}/${severity}`,
    rule: 'burn_rate',
    severity,
    service: slo.service,
    environment: '',
    slo: slo.name,
    release: null,
    version: null,
    commit: null,
    title: `${slo.displayName || slo.name} burns its error budget`,
    summary: `${slo.service}: ${objective.indicator} burned ${burn.toFixed(1)} times as fast as allowed over ${hours(rule.longSeconds)} (the rule allows ${rule.factor}).${left}`,
    forSeconds: 0,
    hard: rule === objective.rules[0] && burn >= HARD * rule.factor,
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function hours(seconds: number): string {
  return seconds >= 86_400 ? `${seconds / 86_400} d` : `${seconds / 3_600} h`
}
