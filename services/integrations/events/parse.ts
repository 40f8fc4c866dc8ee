import { contentHash, type EventFlag, type EventType, type ParsedEvent } from '../../domain/event.js'
import { describeErrors, type FieldError } from './errors.js'
import { checkRules } from './rules.js'
import { contractFor, envelopeContract, type EventContract } from './schemas.js'
import { isRecord, keepKnown, normalise } from './shape.js'
import { findUnstorable } from './text.js'
import { problemOf } from './undecodable.js'

export type ParseResult = { ok: true; event: ParsedEvent } | { ok: false; errors: FieldError[] }

interface Envelope {
  id: string
  source: string
  type: string
  time: string
  revision?: number
  data: Record<string, unknown>
}

const DAY_MS = 86_400_000

/** Checks one canonical event and puts it into its normal form; never throws, whatever it is given. */
export function parseEvent(input: unknown, { now }: { now: Date }): ParseResult {
  const problem = problemOf(input)
  if (problem !== undefined) return refuse([{ path: '', message: problem }])
  if (!isRecord(input)) return refuse([{ path: '', message: 'an event must be an object with id, source, type, time and data' }])
  const contract = typeof input.type === 'string' ? contractFor(input.type) : undefined
  const candidate = keepEnvelope(input, contract)
  const unstorable = findUnstorable(candidate, '')
  if (unstorable) return refuse([unstorable])
  const errors = validate(candidate, contract, now)
  if (errors.length > 0) return refuse(errors)
  return { ok: true, event: toEvent(candidate as unknown as Envelope, contract as EventContract, now) }
}

function refuse(errors: FieldError[]): ParseResult {
  return { ok: false, errors }
}

function keepEnvelope(input: Record<string, unknown>, contract: EventContract | undefined): Record<string, unknown> {
  const envelope = keepKnown(envelopeContract.schema, input) as Record<string, unknown>
  if (!contract || !isRecord(envelope.data)) return envelope
  return { ...envelope, data: keepKnown(contract.schema, envelope.data) }
}

function validate(candidate: Record<string, unknown>, contract: EventContract | undefined, now: Date): FieldError[] {
  const errors = runSchema(envelopeContract, candidate, '')
  if (!contract || !isRecord(candidate.data)) return errors
  const dataErrors = runSchema(contract, candidate.data, 'data')
  if (dataErrors.length > 0) return [...errors, ...dataErrors]
  return [...errors, ...checkRules(String(candidate.type), candidate.data, now)]
}

function runSchema({ check }: EventContract, value: unknown, prefix: string): FieldError[] {
  return describeErrors(check(value), prefix)
}

function toEvent(envelope: Envelope, contract: EventContract, now: Date): ParsedEvent {
  const { id, source, type, time, revision = 0 } = normalise(envelopeContract.schema, envelope) as Envelope
  const data = inheritRepository(normalise(contract.schema, envelope.data) as Record<string, unknown>)
  const flags: EventFlag[] = Date.parse(time) > now.getTime() + DAY_MS ? ['future_time'] : []
  const content = { type: type as EventType, time, revision, data }
  return asParsed({ id, source, ...content, contentHash: contentHash(content), flags })
}

/** The changes a deployment lists are of its own repository unless they name another. */
function inheritRepository(data: Record<string, unknown>): Record<string, unknown> {
  const { repository, changes } = data
  if (typeof repository !== 'string' || !Array.isArray(changes)) return data
  return { ...data, changes: changes.map((change) => ({ repository, ...(change as object) })) }
}

/** The schema of its type has accepted the data, which is what the union states. */
function asParsed(event: Omit<ParsedEvent, 'data'> & { data: Record<string, unknown> }): ParsedEvent {
  return event as unknown as ParsedEvent
}
