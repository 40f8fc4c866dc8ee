import { HTTP, type CloudEvent } from 'cloudevents'
import { readJson } from './json.js'
import { isRecord } from './shape.js'
import { undecodable, type UndecodableItem } from './undecodable.js'

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

type Attributes = Record<string, unknown>

const OUR_PREFIX = 'dev.windsock.'
const CDEVENTS_PREFIX = 'dev.cdevents'
const STRUCTURED = 'application/cloudevents+json'

/** A CloudEvent in one JSON object, as an item to be parsed. */
export function fromStructured(value: unknown): unknown {
  if (!isRecord(value)) return undecodable('a CloudEvent must be an object')
  return toItem(value, { 'content-type': STRUCTURED }, value)
}

/** A CloudEvent whose attributes are in ce-* headers and whose data is the JSON body. */
export function fromBinary(headers: Headers, data: unknown): unknown {
  const attributes = attributesOf(headers)
  const carried = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
  return toItem(attributes, { ...carried, 'content-type': 'application/json' }, data)
}

export function isBinary(headers: Headers): boolean {
  return Object.keys(headers).some((name) => ['ce-id', 'ce-type', 'ce-specversion'].includes(name.toLowerCase()))
}

/** `raw` holds the attributes as they were sent: the library fills in an id and a time where they are missing or wrong. */
function toItem(raw: Attributes, headers: Attributes, body: unknown): unknown {
  const missing = ['specversion', 'id', 'source', 'type'].find((name) => !isFilled(raw[name]))
  if (missing) return undecodable(`the CloudEvent has no ${missing}`)
  if (raw.specversion !== '1.0') return undecodable(`CloudEvents ${String(raw.specversion)} is not known here, 1.0 is`)
  const event = readCloudEvent(headers, body)
  if (typeof event === 'string') return undecodable(event)
  const data = dataOf(event)
  if (!data.ok) return undecodable(data.error)
  return asItem(raw, data.value)
}

function readCloudEvent(headers: Attributes, body: unknown): CloudEvent<unknown> | string {
  try {
    return HTTP.toEvent<unknown>({ headers: headers as Record<string, string>, body }) as CloudEvent<unknown>
  } catch (error) {
    return `not a CloudEvent: ${(error as Error).message}`
  }
}

function dataOf(event: CloudEvent<unknown>): ReturnType<typeof readJson> {
  const base64 = event.data_base64
  if (!base64) return typeof event.data === 'string' ? readJson(event.data) : { ok: true, value: event.data }
  return readJson(Buffer.from(base64, 'base64').toString('utf8'))
}

function asItem(raw: Attributes, data: unknown): unknown {
  const type = String(raw.type)
  if (type.startsWith(CDEVENTS_PREFIX)) return isRecord(data) ? data : cdeventWithoutData()
  const revision = typeof raw.revision === 'string' && /^\d{1,15}$/.test(raw.revision) ? Number(raw.revision) : raw.revision
  return {
    id: raw.id,
    source: raw.source,
    type: type.startsWith(OUR_PREFIX) ? type.slice(OUR_PREFIX.length) : type,
    time: raw.time,
    ...(revision === undefined ? {} : { revision }),
    data,
  }
}

function cdeventWithoutData(): UndecodableItem {
  return undecodable('the CDEvent has no data: a CDEvent in a CloudEvent carries its context and subject there')
}

function attributesOf(headers: Headers): Attributes {
  const carried = Object.entries(headers).filter(([name]) => name.toLowerCase().startsWith('ce-'))
  return Object.fromEntries(carried.map(([name, value]) => [name.toLowerCase().slice(3), unescapeHeader(value)]))
}

/** The first value of a header, or nothing. */
export function firstOf(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** Attributes travel percent-encoded in headers (CloudEvents HTTP binding 1.0.2, 3.1.3.2). */
function unescapeHeader(value: string | readonly string[] | undefined): string {
  const text = firstOf(value)
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
