import { spendingOver, weightOf, type SloStatus, type Standing } from '../../slo/status.js'

export const OBJECTIVE_COLUMNS =
  'name title service of objective indicator op value target weight windowSeconds budgetingMethod attainment budgetLeft burnLastHour burning good total exhaustsAt dataFrom dataTo'.split(
    ' ',
  )

const HOUR_SECONDS = 3_600

/** Each objective as it stands, and the composite of those that are judged together. */
export function* objectiveRows({ slo, objectives, composite }: SloStatus): Generator<object> {
  const { name, displayName, service, windowSeconds, budgetingMethod } = slo
  const about = { name, title: displayName || name, service, windowSeconds, budgetingMethod }
  for (const { objective, indicator, dataFrom, dataTo, ...standing } of objectives) {
    const { op, value } = objective
    const own = { of: 'objective', objective: objective.displayName, indicator, op, value, weight: weightOf(objective), dataFrom, dataTo }
    yield { ...about, ...own, ...cells(standing) }
  }
  if (composite) yield { ...about, of: 'composite', ...cells(composite) }
}

/** `burning` is the severity of the worst of the default burn rules that burn. */
function cells(standing: Standing) {
  const { target, attainment, budgetLeft, good, total, exhaustsAt, rules } = standing
  const burning = rules.find((rule) => rule.burning)?.severity
  return { target, attainment, budgetLeft, burnLastHour: spendingOver(standing, HOUR_SECONDS).burn, burning, good, total, exhaustsAt }
}
