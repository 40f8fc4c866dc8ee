import { createHash } from 'node:crypto'
import type { EventDataByType, EventType } from '../../schemas/generated/events.js'

export type { EventDataByType, EventType }

/** An event of one type as it is stored. (source, id) identifies it. */
export interface CanonicalEventOf<T extends EventType> {
  id: string
  source: string
  type: T
  /** When it happened: ISO 8601 in UTC with milliseconds. */
  time: string
  /** Orders corrections of the same thing; 0 unless the sender says otherwise. */
  revision: number
  data: EventDataByType[T]
  /** When Windsock got it: ISO 8601 in UTC with milliseconds. */
  receivedAt: string
  /** SHA-256 of what was said (type, time, revision, data), in hexadecimal. */
  contentHash: string
  /** What is odd about it, for example `future_time`. */
  flags: EventFlag[]
}

export type EventFlag = 'future_time'

export type CanonicalEvent = { [T in EventType]: CanonicalEventOf<T> }[EventType]

/** An event that was read and checked but not yet received, so without `receivedAt`. */
export type ParsedEvent = { [T in EventType]: Omit<CanonicalEventOf<T>, 'receivedAt'> }[EventType]

export type EventContent = Pick<CanonicalEventOf<EventType>, 'type' | 'time' | 'revision'> & { data: unknown }

/** SHA-256, in hexadecimal, of the event's meaning: the same for the same words in any key order, whenever they arrive. */
export function contentHash({ type, time, revision, data }: EventContent): string {
  return createHash('sha256').update(canonicalJson({ type, time, revision, data })).digest('hex')
}

/** JSON with sorted keys and no spaces; members that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//
const SCP_LIKE = /^([^/]*@)?([^/:@]+):(?!\d+(?:\/|$))/

/** The name under which a repository is kept: host/owner/name in lower case, from any clone or browser address. */
export function normaliseRepository(address: string): string {
  const name = stripAddress(address.trim().toLowerCase())
  return name === address ? name : normaliseRepository(name)
}

function stripAddress(address: string): string {
  const [authority = '', ...path] = withoutScheme(address).split('/')
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  const name = [host, ...path]
    .filter(Boolean)
    .join('/')
    .replace(/(\.git)+$/, '')
  return name || address
}

function withoutScheme(address: string): string {
  const bare = address.replace(/[?#].*$/s, '')
  return SCHEME.test(bare) ? bare.replace(SCHEME, '') : bare.replace(SCP_LIKE, '$2/')
}
