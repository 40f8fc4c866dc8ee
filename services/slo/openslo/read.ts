import { faultsOfSlo } from '../faults.js'
import type { Comparison, Objective, Slo } from '../slo.js'
import { openSloKinds, type OpenSloKind } from './content.js'
import { readDuration } from './durations.js'
import { complainOfFields } from './fields.js'
import { parseLocated, type LocatedDocument } from './located.js'
import { readAlertCondition, readAlertPolicy, readAlertTarget } from './read-alerting.js'
import { readDataSource, readIndicator, readIndicatorOf, told } from './read-indicator.js'
import { declare, givenOf, inlineOf, listOf, namedOf, objectOf, textOf, type Given, type Json, type Path, type Reading } from './reading.js'

const VERSION = 'openslo/v1'
const OPS: Record<string, Comparison> = { lt: 'lt', lte: 'lte', gt: 'gt', gte: 'gte' }
const METHODS = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const

/**
 * Reads OpenSLO v1 documents (github.com/OpenSLO/OpenSLO, specification v1). Nothing is thrown for what is wrong in them: every
 * problem is told with its line. What they refer to may be declared elsewhere, see `brokenReferences`.
 */
export function readOpenSlo(text: string): Reading {
  const { documents, problems } = parseLocated(text)
  const reading: Reading = { objects: [], references: [], notUsed: [], problems }
  for (const document of documents) readDocument(document, reading)
  return reading
}

const readers: Record<OpenSloKind, (given: Given, reading: Reading) => void> = {
  Service: readService,
  DataSource: readDataSource,
  SLI: readIndicator,
  AlertNotificationTarget: readAlertTarget,
  AlertCondition: readAlertCondition,
  AlertPolicy: readAlertPolicy,
  SLO: readSlo,
}

function readDocument(document: LocatedDocument, reading: Reading): void {
  const { apiVersion, kind } = objectOf(document.value)
  const given = givenOf(document, reading)
  if (apiVersion !== VERSION) return given.complain(['apiVersion'], `apiVersion is ${VERSION}`)
  const known = openSloKinds.find((one) => one === kind)
  if (known) complainOfFields(document.value, known, given)
  if (given.name === '') return given.complain(['metadata'], 'metadata.name is missing')
  if (!known) return given.complain(['kind'], `there is no kind ${String(kind)}; there are ${openSloKinds.join(', ')}`)
  for (const field of ['labels', 'annotations']) if (given.metadata[field] !== undefined) reading.notUsed.push(`${field} of ${known} ${given.name}`)
  readers[known](given, reading)
}

function readService(given: Given, reading: Reading): void {
  const { name, displayName, description } = namedOf(given)
  if (description !== '') reading.notUsed.push(`description of Service ${name}`)
  declare(given, { kind: 'Service', name, spec: { name, displayName } }, reading)
}

function readSlo(given: Given, reading: Reading): void {
  const { name, spec, path, complain } = given
  const before = reading.problems.length
  const method = METHODS.find((known) => known === (spec.budgetingMethod ?? 'Occurrences'))
  if (!method) complain([...path, 'budgetingMethod'], `budgetingMethod is ${METHODS.join(', ')}`)
  const slo: Slo = {
    ...namedOf(given),
    service: textOf(spec.service),
    indicator: readIndicatorOf(given, spec, path, name, reading),
    windowSeconds: readWindow(given),
    budgetingMethod: method ?? 'Occurrences',
    objectives: listOf(spec.objectives).map((value, index) => {
      const at = [...path, 'objectives', index]
      const objective = objectOf(value)
      return { ...readObjective(given, objective, at), indicator: readIndicatorOf(given, objective, at, `${name}-${index + 1}`, reading) }
    }),
    alertPolicies: listOf(spec.alertPolicies).flatMap((value, index) => readPolicyOf(given, value, [...path, 'alertPolicies', index], reading)),
  }
  slo.objectives.forEach((objective, index) => {
    const indicator = objective.indicator ?? slo.indicator
    if (indicator !== null) given.refer({ kind: 'SLI', name: indicator, compares: objective.op !== null }, [...path, 'objectives', index, 'op'])
  })
  if (reading.problems.length > before || told(given, faultsOfSlo(slo))) return
  declare(given, { kind: 'SLO', name, spec: slo }, reading)
}

/** A policy's name stands by itself or in `alertPolicyRef`; or the policy stands in place. */
function readPolicyOf(given: Given, value: unknown, path: Path, reading: Reading): string[] {
  const { alertPolicyRef, spec } = objectOf(value)
  if (spec !== undefined) {
    const inline = inlineOf(given, value, path, given.name)
    readAlertPolicy(inline, reading)
    return [inline.name]
  }
  const name = textOf(value) || textOf(alertPolicyRef)
  if (name === '') {
    given.complain(path, 'an alert policy stands in place, or is named by alertPolicyRef')
    return []
  }
  given.refer({ kind: 'AlertPolicy', name }, path)
  return [name]
}

function readWindow({ spec, complain }: Given): number {
  const path = ['spec', 'timeWindow']
  const windows = listOf(spec.timeWindow)
  const { duration, isRolling, calendar } = objectOf(windows[0])
  if (windows.length !== 1) complain(path, 'timeWindow has one window')
  else if (calendar !== undefined || isRolling === false) complain([...path, 0], 'only rolling windows are supported')
  else if (readDuration(duration) === null) complain([...path, 0, 'duration'], 'a rolling window is in minutes, hours, days or weeks, such as 30d')
  return readDuration(duration) ?? 86_400
}

function readObjective({ complain }: Given, objective: Json, path: Path): Omit<Objective, 'indicator'> {
  const { target, targetPercent, op, value, timeSliceTarget, timeSliceWindow, compositeWeight } = objective
  // A bare number is of minutes, by the specification.
  const slice = typeof timeSliceWindow === 'number' ? `${timeSliceWindow}m` : timeSliceWindow
  if ((target === undefined) === (targetPercent === undefined)) complain(path, 'an objective has either target or targetPercent')
  if (op !== undefined && OPS[String(op)] === undefined) complain([...path, 'op'], 'op is lt, lte, gt or gte')
  if (slice !== undefined && readDuration(slice) === null) complain([...path, 'timeSliceWindow'], 'a time slice is in minutes or hours, such as 5m')
  if (compositeWeight !== undefined && typeof compositeWeight !== 'number') complain([...path, 'compositeWeight'], 'a weight is a number above 0')
  return {
    displayName: textOf(objective.displayName),
    target: typeof target === 'number' ? target : Number((Number(targetPercent) / 100).toPrecision(12)),
    op: OPS[String(op)] ?? null,
    value: typeof value === 'number' ? value : null,
    timeSliceTarget: typeof timeSliceTarget === 'number' ? timeSliceTarget : null,
    timeSliceSeconds: readDuration(slice),
    compositeWeight: typeof compositeWeight === 'number' ? compositeWeight : null,
  }
}
