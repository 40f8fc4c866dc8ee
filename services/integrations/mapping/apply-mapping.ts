import { parseEvent } from '../events/parse.js'
import type { EventInput } from '../result.js'
import { evaluate } from './evaluate.js'
import type { Mapping, Rule } from './mapping.js'

/** What kept an event from being made: the part of the rule, what stands there, and what it gave, unless it could not be evaluated. */
export type MappingProblem = { path: string; expression: string; position: number | null; message: string; value?: unknown }

export type RuleOutcome = { type: string; matched: boolean; events: EventInput[]; problems: MappingProblem[] }

export type MappedPayload = {
  body: unknown
  /** Of the events. */
  source: string
  /** RFC 3339. */
  receivedAt: string
  /** What a person set for the expressions, as $settings. */
  constants: Readonly<Record<string, unknown>>
}

const MOST_THINGS = 1000
/** Of all expressions of a payload together. */
const DEADLINE_MS = 2000
const MILLISECONDS_FROM = 100_000_000_000

/** The events that each rule makes of a payload. The payload is $payload and the time of receipt $receivedAt in every expression. */
export async function applyMapping(mapping: Mapping, payload: MappedPayload): Promise<RuleOutcome[]> {
  const until = Date.now() + DEADLINE_MS
  const outcomes: RuleOutcome[] = []
  for (const rule of mapping) outcomes.push(await applyRule(rule, payload, until))
  return outcomes
}

async function applyRule(rule: Rule, payload: MappedPayload, until: number): Promise<RuleOutcome> {
  const { body, constants, receivedAt } = payload
  const bindings = { payload: body, receivedAt, settings: constants }
  const none = { type: rule.type, matched: false, events: [], problems: [] }
  const when = rule.when === undefined ? { value: true } : await evaluateTo('when', rule.when, body, bindings)
  if ('problem' in when) return { ...none, problems: [when.problem] }
  if (!holds(when.value)) return none
  const each = rule.each === undefined ? { value: [body] } : await evaluateTo('each', rule.each, body, bindings)
  if ('problem' in each) return { ...none, problems: [each.problem] }
  const things = asList(each.value)
  const outcome: RuleOutcome = { type: rule.type, matched: things.length > 0, events: [], problems: [] }
  if (things.length > MOST_THINGS)
    return { ...outcome, problems: [problem('each', rule.each ?? '', `gives more than ${MOST_THINGS} things`, things.length)] }
  for (const thing of things) {
    if (Date.now() > until) return { ...outcome, problems: [problem('', '', `The mapping took longer than ${DEADLINE_MS} ms`, null)] }
    const made = await makeEvent(rule, thing, payload, bindings)
    if (Array.isArray(made)) outcome.problems.push(...made)
    else outcome.events.push(made)
  }
  return outcome
}

type Values = { path: string; expression: string; value: unknown }[]

async function makeEvent(
  rule: Rule,
  thing: unknown,
  payload: MappedPayload,
  bindings: Record<string, unknown>,
): Promise<EventInput | MappingProblem[]> {
  const parts: [string, string][] = [
    ['id', rule.id],
    ['time', rule.time],
    ...Object.entries(rule.data).map(([name, expression]): [string, string] => [`data.${name}`, expression]),
  ]
  const values: Values = []
  const problems: MappingProblem[] = []
  for (const [path, expression] of parts) {
    const given = await evaluateTo(path, expression, thing, bindings)
    if ('problem' in given) problems.push(given.problem)
    else values.push({ path, expression, value: given.value })
  }
  if (problems.length > 0) return problems
  const valueOf = (path: string) => values.find((one) => one.path === path)?.value
  const id = valueOf('id')
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') return [problem('id', rule.id, 'must give a text or a number', id)]
  const data = values.flatMap(({ path, value }) =>
    path.startsWith('data.') && value !== undefined && value !== null ? [[path.slice(5), value]] : [],
  )
  const time = asTime(valueOf('time'))
  // Of two types an id may be the same, and yet they are two events.
  const event = {
    id: `${rule.type} ${id}`,
    source: payload.source,
    type: rule.type,
    time: time as string,
    data: Object.fromEntries(data) as Record<string, unknown>,
  }
  const parsed = parseEvent(event, { now: new Date(payload.receivedAt) })
  if (parsed.ok) return event
  return parsed.errors.map(({ path, message }) => {
    const part = values.find((one) => path === one.path || path.startsWith(`${one.path}.`) || path.startsWith(`${one.path}[`))
    return problem(path, part?.expression ?? '', message, part?.value)
  })
}

/** RFC 3339 as it is; a number is seconds since 1970, or milliseconds where it would else be after the year 5000. */
function asTime(value: unknown): unknown {
  if (typeof value !== 'number') return value
  const instant = new Date(Math.abs(value) < MILLISECONDS_FROM ? value * 1000 : value)
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString()
}

type Given = { value: unknown } | { problem: MappingProblem }

async function evaluateTo(path: string, expression: string, input: unknown, bindings: Record<string, unknown>): Promise<Given> {
  const { ok, ...rest } = await evaluate(expression, input, bindings)
  return ok
    ? { value: (rest as { value: unknown }).value }
    : { problem: { path, expression, ...(rest as { message: string; position: number | null }) } }
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function problem(path: string, expression: string, message: string, value: unknown): MappingProblem {
  return { path, expression, position: null, message, value }
}

/** As JSONata has it: nothing, zero, and what is empty do not hold. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holds) : Boolean(value)
}
