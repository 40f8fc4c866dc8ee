import { firingRule } from '../../slo/burn.js'
import type { Slo } from '../../slo/slo.js'
import { judgedOf, sloStatus, spendingOver, type Judged, type SloStatus } from '../../slo/status.js'
import { inTurns } from '../in-turns.js'
import { longText } from '../long-text.js'
import type { AlertRule, Condition } from '../condition.js'

/** Of the fastest rule, this many times its factor is told even during an experiment. */
const HARD = 2

export const burnRate: AlertRule = {
  id: 'burn_rate',
  title: 'Error budget burns too fast',
  description:
    'Both windows of a pair burn faster than its factor. For 30 days: a page at 14.4 over 1 h and 5 min or 6 over 6 h and 30 min, a ticket at 3 over 1 d and 2 h or 1 over 3 d and 6 h. At least ten bad events, where events are counted. Objectives with alert policies of their own are told of by those.',
  async conditions({ analytics, slos, environments, at }) {
    const byDefault = slos.filter(({ alertPolicies }) => alertPolicies.length === 0)
    const statuses = await inTurns(byDefault, (slo) => sloStatus(analytics, slo, environments, at))
    return statuses.flatMap(burning)
  },
}

function burning(status: SloStatus): Condition[] {
  return judgedOf(status).flatMap((judged) => conditionOf(status.slo, judged) ?? [])
}

/** Who is paged needs no ticket of it as well. */
function conditionOf(slo: Slo, judged: Judged): Condition | null {
  const rule = firingRule(judged.rules, judged, (seconds) => spendingOver(judged, seconds))
  if (!rule) return null
  const { severity } = rule
  const burn = spendingOver(judged, rule.longSeconds).burn ?? 0
  const left = judged.budgetLeft === null ? '' : ` ${percent(judged.budgetLeft)} of its budget is left.`
  return {
    key: `burn_rate/${slo.name}/${judged.id}/${severity}`,
    rule: 'burn_rate',
    severity,
    service: slo.service,
    environment: '',
    slo: slo.name,
    release: null,
    version: null,
    commit: null,
    title: `${slo.displayName || slo.name} burns its error budget`,
    summary: `${slo.service}: ${judged.what} burned ${burn.toFixed(1)} times as fast as allowed over ${longText(rule.longSeconds)} (the rule allows ${rule.factor}).${left}`,
    forSeconds: 0,
    hard: rule === judged.rules[0] && burn >= HARD * rule.factor,
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
