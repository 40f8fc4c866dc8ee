import { ruleOf, type WholeAlertPolicy } from '../../slo/alert-policy.js'
import { isBurning } from '../../slo/burn.js'
import type { Slo } from '../../slo/slo.js'
import { judgedOf, sloStatus, type Judged } from '../../slo/status.js'
import type { AlertRule, Condition } from '../condition.js'
import { inTurns } from '../in-turns.js'
import { longText } from '../long-text.js'

/** Of the threshold, this many times is told even during an experiment. */
const HARD = 2

export const alertPolicy: AlertRule = {
  id: 'alert_policy',
  title: 'An alert policy of an objective',
  description:
    'Objectives that name alert policies are told of by those, in place of the burn rules: above the threshold over the window for as long as the policy says, and, if it says so, while there is no data.',
  async conditions({ analytics, slos, policies, environments, at }) {
    const withPolicies = slos.filter(({ alertPolicies }) => alertPolicies.length > 0)
    const found = await inTurns(withPolicies, async (slo) => {
      const own = slo.alertPolicies.flatMap((name) => policies.get(name) ?? [])
      const status = await sloStatus(analytics, slo, environments, at, own)
      return judgedOf(status).flatMap((judged) => own.flatMap((policy) => conditionOf(slo, judged, policy) ?? []))
    })
    return found.flat()
  },
}

function conditionOf(slo: Slo, judged: Judged, policy: WholeAlertPolicy): Condition | null {
  const rule = ruleOf(policy)
  const burn = judged.burns.find(({ seconds }) => seconds === rule.longSeconds)?.burn ?? null
  const isTold = burn === null ? policy.whenNoData : policy.whenBreaching && isBurning(rule, () => burn)
  if (!isTold) return null
  const { name, displayName } = slo
  const over = longText(rule.longSeconds)
  return {
    key: `alert_policy/${name}/${judged.id}/${policy.name}/${burn === null ? 'no_data' : 'burning'}`,
    rule: 'alert_policy',
    severity: rule.severity,
    service: slo.service,
    environment: '',
    slo: name,
    release: null,
    version: null,
    commit: null,
    title: burn === null ? `${displayName || name} has no data` : `${displayName || name} burns its error budget`,
    summary:
      burn === null
        ? `${slo.service}: nothing was read of ${judged.what} over ${over} (the policy ${policy.displayName || policy.name}).`
        : `${slo.service}: ${judged.what} burned ${burn.toFixed(1)} times as fast as allowed over ${over} (the policy ${policy.displayName || policy.name} allows ${rule.factor}).`,
    forSeconds: rule.forSeconds,
    hard: burn !== null && burn >= HARD * rule.factor,
    targets: policy.targets.map((target) => ({ name: target.name, kind: target.target })),
    endIsTold: policy.whenResolved,
  }
}
