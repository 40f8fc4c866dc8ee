import { readPattern } from './pattern.js'
import type { Indicator, MetricSelector, Slo } from './slo.js'

/** What is wrong with a declaration: where in it, and a sentence. */
export type Fault = { path: string; message: string }

const MOST_NAME = 200
const MOST_PATTERN = 200
const DAY = 86_400
const MOST_WINDOW = 90 * DAY
/** No reading is greater. */
const MOST_VALUE = 1e18

export function faultsOfIndicator({ name, measure }: Indicator): Fault[] {
  const faults = faultsOfName(name)
  if (measure.kind === 'ratio') {
    faults.push(...faultsOfSelector('total', measure.total))
    if (measure.good) faults.push(...faultsOfSelector('good', measure.good))
    if (measure.bad) faults.push(...faultsOfSelector('bad', measure.bad))
    if ((measure.good === null) === (measure.bad === null))
      faults.push({ path: 'good', message: 'A ratio has either good or bad events, and one of them.' })
  }
  if (measure.kind === 'latency') {
    faults.push(...faultsOfSelector('histogram', measure.histogram))
    if (!(measure.threshold > 0 && measure.threshold <= MOST_VALUE))
      faults.push({ path: 'threshold', message: `The longest good time must be above 0 and at most ${MOST_VALUE}.` })
  }
  if (measure.kind === 'gauge') faults.push(...faultsOfSelector('value', measure.value))
  return faults
}

export function faultsOfSlo({ name, service, windowSeconds, budgetingMethod, objectives, indicator }: Slo): Fault[] {
  const faults = faultsOfName(name)
  if (service === '') faults.push({ path: 'service', message: 'An objective is of a service.' })
  if (!(windowSeconds >= DAY && windowSeconds <= MOST_WINDOW && windowSeconds % 60 === 0))
    faults.push({ path: 'window', message: 'A window has whole minutes, from 1 to 90 days.' })
  if (objectives.length === 0) faults.push({ path: 'objectives', message: 'There is no objective.' })
  objectives.forEach((objective, index) => {
    const at = (field: string) => `objectives[${index}].${field}`
    const { target, op, value, timeSliceTarget, timeSliceSeconds, compositeWeight } = objective
    if (!(target > 0 && target < 1)) faults.push({ path: at('target'), message: 'A target is above 0 and below 1; 99.9 % is 0.999.' })
    if ((op === null) !== (value === null)) faults.push({ path: at('op'), message: 'A comparison and the value it compares with go together.' })
    if (value !== null && !(Math.abs(value) <= MOST_VALUE))
      faults.push({ path: at('value'), message: `A value is from ${-MOST_VALUE} to ${MOST_VALUE}.` })
    if (compositeWeight !== null && !(compositeWeight > 0 && Number.isFinite(compositeWeight)))
      faults.push({ path: at('compositeWeight'), message: 'A weight is a number above 0.' })
    if (compositeWeight !== null && indicator !== null)
      faults.push({ path: at('compositeWeight'), message: 'Weights are for composites, whose objectives have an indicator each and the SLO none.' })
    if (objective.indicator === null && indicator === null) faults.push({ path: at('indicator'), message: 'There is no indicator.' })
    if ((budgetingMethod !== 'Occurrences' || timeSliceSeconds !== null) && !isSlice(timeSliceSeconds))
      faults.push({ path: at('timeSliceSeconds'), message: 'A time slice has whole minutes, up to a day.' })
    if (budgetingMethod === 'Timeslices' && !(timeSliceTarget !== null && timeSliceTarget > 0 && timeSliceTarget <= 1))
      faults.push({ path: at('timeSliceTarget'), message: 'With time slices, the share of a slice that must be good is above 0 and at most 1.' })
  })
  return faults
}

/** Of how objectives compare with what their indicators are; of an indicator that is not declared nothing is known. */
export function faultsOfComparisons({ objectives, indicator }: Slo, indicators: readonly Indicator[]): Fault[] {
  return objectives.flatMap((objective, index) => {
    const declared = indicators.find(({ name }) => name === (objective.indicator ?? indicator))
    const message = declared ? faultOfComparison(declared, objective.op !== null) : null
    return message === null ? [] : [{ path: `objectives[${index}].op`, message }]
  })
}

export function faultOfComparison({ name, measure: { kind } }: Indicator, compares: boolean): string | null {
  if (kind === 'gauge' && !compares) return `The indicator ${name} is a value; op and value say what a good one is.`
  if ((kind === 'ratio' || kind === 'latency') && compares) return `The indicator ${name} counts events, and has no value to compare.`
  return null
}

function isSlice(seconds: number | null): boolean {
  return seconds !== null && seconds >= 60 && seconds <= DAY && seconds % 60 === 0
}

function faultsOfName(name: string): Fault[] {
  const isGood = name.length > 0 && name.length <= MOST_NAME && name.trim() === name && !/[\p{Cc}]/u.test(name)
  return isGood ? [] : [{ path: 'name', message: `A name has from 1 to ${MOST_NAME} characters, without spaces around it.` }]
}

function faultsOfSelector(path: string, { metric, matchers }: MetricSelector): Fault[] {
  const faults = metric === '' ? [{ path: `${path}.metric`, message: 'The metric has no name.' }] : []
  matchers.forEach(({ op, value }, index) => {
    if (op !== '=~' && op !== '!~') return
    const at = `${path}.matchers[${index}].value`
    if (value.length > MOST_PATTERN) faults.push({ path: at, message: `A pattern has at most ${MOST_PATTERN} characters.` })
    else faults.push(...faultsOfPattern(at, value))
  })
  return faults
}

function faultsOfPattern(path: string, value: string): Fault[] {
  const read = readPattern(value)
  return typeof read === 'function' ? [] : [{ path, message: `${value} is not a regular expression of RE2: ${read.fault}.` }]
}
