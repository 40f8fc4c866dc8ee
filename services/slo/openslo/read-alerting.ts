import type { AlertCondition } from '../alert-policy.js'
import { readDuration } from './durations.js'
import { declare, inlineOf, listOf, namedOf, objectOf, textOf, type Given, type Path, type Reading } from './reading.js'

/** What severities are called; the specification leaves the words to its users. */
const SEVERITIES: Record<AlertCondition['severity'], readonly string[]> = {
  page: ['page', 'critical', 'emergency', 'high', 'sev0', 'sev1', 'p0', 'p1'],
  ticket: ['ticket', 'warning', 'warn', 'medium', 'low', 'info', 'sev2', 'sev3', 'sev4', 'p2', 'p3', 'p4'],
}
const LONGEST_LOOKBACK = 90 * 86_400

export function readAlertPolicy(given: Given, reading: Reading): void {
  const { spec, path, complain } = given
  const before = reading.problems.length
  const conditions = listOf(spec.conditions)
  if (conditions.length !== 1) complain([...path, 'conditions'], 'an alert policy has one condition')
  const condition = conditions.length === 0 ? '' : readCondition(given, conditions[0], [...path, 'conditions', 0], reading)
  const targets = listOf(spec.notificationTargets).flatMap((target, index) =>
    readReference(given, target, [...path, 'notificationTargets', index], reading),
  )
  const flag = (field: string, otherwise: boolean) => {
    const value = spec[field]
    if (value !== undefined && typeof value !== 'boolean') complain([...path, field], `${field} is true or false`)
    return typeof value === 'boolean' ? value : otherwise
  }
  const policy = {
    ...namedOf(given),
    whenBreaching: flag('alertWhenBreaching', true),
    whenResolved: flag('alertWhenResolved', true),
    whenNoData: flag('alertWhenNoData', false),
    condition,
    targets,
  }
  if (reading.problems.length === before) declare(given, { kind: 'AlertPolicy', name: given.name, spec: policy }, reading)
}

/** Its name, of one in place or of one that is referred to. */
function readCondition(given: Given, value: unknown, path: Path, reading: Reading): string {
  const { conditionRef, spec } = objectOf(value)
  if (spec !== undefined) {
    const inline = inlineOf(given, value, path, given.name)
    readAlertCondition(inline, reading)
    return inline.name
  }
  if (textOf(conditionRef) === '') given.complain(path, 'a condition stands in place, or is named by conditionRef')
  else given.refer({ kind: 'AlertCondition', name: textOf(conditionRef) }, [...path, 'conditionRef'])
  return textOf(conditionRef)
}

function readReference(given: Given, value: unknown, path: Path, reading: Reading): string[] {
  const { targetRef, spec } = objectOf(value)
  if (spec !== undefined) {
    const inline = inlineOf(given, value, path, `${given.name}-${textOf(objectOf(spec).target)}`)
    readAlertTarget(inline, reading)
    return [inline.name]
  }
  if (textOf(targetRef) === '') {
    given.complain(path, 'a notification target stands in place, or is named by targetRef')
    return []
  }
  given.refer({ kind: 'AlertNotificationTarget', name: textOf(targetRef) }, [...path, 'targetRef'])
  return [textOf(targetRef)]
}

export function readAlertCondition(given: Given, reading: Reading): void {
  const { spec, path, complain } = given
  const before = reading.problems.length
  const { kind = 'burnrate', op = 'gt', threshold, lookbackWindow, alertAfter = '0m' } = objectOf(spec.condition)
  const at = [...path, 'condition']
  const severity = (['page', 'ticket'] as const).find((known) => SEVERITIES[known].includes(textOf(spec.severity).toLowerCase()))
  const lookbackSeconds = readDuration(lookbackWindow) ?? 0
  const alertAfterSeconds = readDuration(alertAfter)
  if (severity === undefined)
    complain([...path, 'severity'], `severity is page (${SEVERITIES.page.join(', ')}) or ticket (${SEVERITIES.ticket.join(', ')})`)
  if (kind !== 'burnrate') complain([...at, 'kind'], 'a condition is of kind burnrate')
  if (op !== 'gt') complain([...at, 'op'], 'a budget burns too fast above its threshold; op is gt')
  if (!(typeof threshold === 'number' && threshold > 0 && Number.isFinite(threshold))) complain([...at, 'threshold'], 'threshold is a number above 0')
  if (!(lookbackSeconds >= 60 && lookbackSeconds <= LONGEST_LOOKBACK))
    complain([...at, 'lookbackWindow'], 'lookbackWindow is in minutes, hours, days or weeks, such as 1h, and at most 90 days')
  if (alertAfterSeconds === null) complain([...at, 'alertAfter'], 'alertAfter is in minutes, hours, days or weeks, such as 5m')
  if (reading.problems.length > before || severity === undefined) return
  const condition = { ...namedOf(given), severity, threshold: Number(threshold), lookbackSeconds, alertAfterSeconds: alertAfterSeconds ?? 0 }
  declare(given, { kind: 'AlertCondition', name: given.name, spec: condition }, reading)
}

export function readAlertTarget(given: Given, reading: Reading): void {
  const target = textOf(given.spec.target)
  if (target === '') return given.complain([...given.path, 'target'], 'target says where alerts go, such as slack or email')
  declare(given, { kind: 'AlertNotificationTarget', name: given.name, spec: { ...namedOf(given), target } }, reading)
}
