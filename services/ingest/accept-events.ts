import { isUtf8 } from 'node:buffer'
import type { ParsedEvent } from '../domain/event.js'
import { decodeBody } from '../integrations/events/decode.js'
import type { FieldError } from '../integrations/events/errors.js'
import type { Inbox } from './inbox.js'
import type { KnownEvents } from './known-events.js'
import { keepHeaders, scrubText } from './scrub.js'
import { checkItem, type CheckedItem } from './steps/check-item.js'
import { OWN_EVENTS } from './steps/interpret.js'

export interface EventsRequest {
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
  /** Who sends it, as the deliveries page shows it. */
  sender: string
  receivedAt: Date
  newId: () => string
  /** Throws, or rejects, if the sender may not say one of these; then nothing of the request is kept. */
  authorise: (events: readonly ParsedEvent[]) => void | Promise<void>
  /** Why the sender may not say each, in order; null where it may. Those it may not are left out of what is kept. */
  refusals?: (events: readonly ParsedEvent[]) => Promise<(string | null)[]>
}

export interface EventsReceipt {
  accepted: number
  duplicates: number
  rejected: { index: number; error: string }[]
}

export type EventsAnswer =
  | { ok: true; receipt: EventsReceipt }
  | { ok: false; detail: string; errors: FieldError[]; rejected: EventsReceipt['rejected'] }

type Judged = CheckedItem & { withheld?: boolean }

const MAX_FIELD_ERRORS = 100

/** Checks every event of a request and commits the request to the inbox if at least one is good. */
export async function acceptEvents(deps: { inbox: Pick<Inbox, 'add'>; known: KnownEvents }, request: EventsRequest): Promise<EventsAnswer> {
  const body = scrubBody(request.body)
  const decoded = decodeBody({ headers: request.headers, body })
  if ('error' in decoded) return { ok: false, detail: sentence(decoded.error), errors: [{ path: '', message: decoded.error }], rejected: [] }
  const checked = await withoutRefused(
    decoded.items.map((item) => checkItem(item, request.receivedAt)),
    request,
  )
  if (!checked.some(({ ok }) => ok)) return refusal(checked)
  const kept = keptOf({ ...request, body }, decoded.items, checked)
  const events = checked.flatMap((item) => (item.ok ? item.events : []))
  await request.authorise(events)
  const known = await deps.known.check(events)
  await deps.inbox.add({
    integration: OWN_EVENTS,
    source: request.sender,
    deliveryId: request.newId(),
    receivedAt: request.receivedAt,
    ...kept,
  })
  deps.known.remember(events)
  return { ok: true, receipt: receiptOf(checked, events, known) }
}

/** An item is left out whole, if one of its events is. */
async function withoutRefused(checked: readonly CheckedItem[], { refusals }: EventsRequest): Promise<Judged[]> {
  const events = checked.flatMap((item) => (item.ok ? item.events : []))
  const reasons = new Map((await refusals?.(events))?.map((reason, index) => [events[index], reason]))
  return checked.map((item) => {
    const reason = item.ok ? item.events.map((event) => reasons.get(event)).find((found) => typeof found === 'string') : undefined
    return typeof reason === 'string' ? { ok: false, errors: [{ path: '', message: reason }], withheld: true } : item
  })
}

/** The request as it came; without the items that its sender may not say, as a list of the others. */
function keptOf({ headers, body }: EventsRequest, items: readonly unknown[], checked: readonly Judged[]) {
  const isWhole = checked.every((item) => item.ok || !item.withheld)
  if (isWhole) return { headers: keepHeaders(headers), contentType: headerText(headers['content-type']), body }
  const good = items.filter((_, index) => checked[index]?.ok)
  return { headers: {}, contentType: 'application/json', body: Buffer.from(JSON.stringify(good)) }
}

/** Text without its credentials; bytes that are no text stay as they are, to be refused by the reader. */
function scrubBody(body: Buffer): Buffer {
  if (!isUtf8(body)) return body
  const text = body.toString('utf8')
  const scrubbed = scrubText(text)
  return scrubbed === text ? body : Buffer.from(scrubbed)
}

function receiptOf(checked: readonly CheckedItem[], events: readonly ParsedEvent[], known: readonly boolean[]): EventsReceipt {
  const isKnown = new Map(events.map((event, index) => [event, known[index] === true]))
  const good = checked.filter((item) => item.ok)
  const duplicates = good.filter((item) => item.events.length > 0 && item.events.every((event) => isKnown.get(event))).length
  return { accepted: good.length - duplicates, duplicates, rejected: rejectedOf(checked) }
}

function rejectedOf(checked: readonly CheckedItem[]): EventsReceipt['rejected'] {
  return checked.flatMap((item, index) => (item.ok ? [] : [{ index, error: item.errors.map(describe).join('; ') }]))
}

function refusal(checked: readonly CheckedItem[]): EventsAnswer {
  const one = checked.length === 1
  const errors = checked.flatMap((item, index) => (item.ok ? [] : item.errors.map((error) => (one ? error : within(index, error)))))
  const detail = one ? 'The event was not accepted.' : `None of the ${checked.length} events was accepted.`
  return { ok: false, detail, errors: errors.slice(0, MAX_FIELD_ERRORS), rejected: rejectedOf(checked) }
}

/** In a batch a path begins with the index of its event. */
function within(index: number, { path, message }: FieldError): FieldError {
  return { path: path ? `${index}.${path}` : String(index), message }
}

function describe({ path, message }: FieldError): string {
  return path ? `${path}: ${message}` : message
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function headerText(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}
