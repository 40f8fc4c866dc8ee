import { COMMIT_SHA } from '../domain/commit-sha.js'
import { CompareError } from './compare-client.js'

/** What may be read of an answer that nobody checked: absent for everything of another shape. */
export type Answer = Readonly<Record<string, unknown>>

const MOST_MESSAGE = 10_000
const MOST_NAME = 512
const MOST_TITLE = 2000
const UNSTORABLE = /\0|\p{Surrogate}/gu
const MOST_PARENTS = 100
const MOST_FILES = 20_000
const MOST_PATH = 4096

export function recordOf(value: unknown): Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer) : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** What no store can hold is told as U+FFFD: a commit whose message has it is a commit all the same. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.replace(UNSTORABLE, '\uFFFD') : undefined
}

export function urlOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && text.length <= MOST_TITLE && /^https?:\/\/\S+$/i.test(text) ? text : undefined
}

export function titleOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : clip(text, MOST_TITLE)
}

export function nameOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : clip(text, MOST_NAME)
}

export function messageOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : clip(text, MOST_MESSAGE)
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** ISO 8601 in UTC, of the years that an event may have. */
export function instantOf(value: unknown): string | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) || at < 0 || at > Date.UTC(2299, 11, 31) ? undefined : new Date(at).toISOString()
}

export function shaOf(value: unknown): string | undefined {
  return typeof value === 'string' && COMMIT_SHA.test(value) ? value.toLowerCase() : undefined
}

export function shasOf(values: readonly unknown[]): string[] {
  return values.flatMap((value) => shaOf(value) ?? []).slice(0, MOST_PARENTS)
}

export function pathsOf(values: readonly unknown[]): string[] {
  const paths = values.flatMap((value) => textOf(value) ?? []).filter((path) => path.length <= MOST_PATH)
  return [...new Set(paths)].sort().slice(0, MOST_FILES)
}

export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new CompareError('bad_answer', `The answer has a commit without ${what}.`)
  return value
}

/** Without the members that are not known. */
export function definedOf<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T
}

/** The path of host/owner/name below its host, which must be the one that is asked. Each segment is safe in an address. */
export function segmentsOf(repository: string, host: string): string[] {
  const [named, ...segments] = repository.split('/')
  if (named !== host || segments.length < 2 || segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new CompareError('gone', `${repository} is no repository of ${host}.`)
  }
  return segments.map((segment) => encodeURIComponent(segment))
}

export function commitOf(sha: string): string {
  if (!COMMIT_SHA.test(sha)) throw new CompareError('gone', `${sha.slice(0, 64)} is no commit.`)
  return sha.toLowerCase()
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}
