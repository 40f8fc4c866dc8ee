import { firstOf, fromBinary, fromStructured, isBinary, type Headers } from './cloudevent.js'
import { readJson, readUtf8 } from './json.js'
import { isRecord } from './shape.js'
import { undecodable } from './undecodable.js'

export type DecodedBody = { items: unknown[] } | { error: string }

const NDJSON = new Set(['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'])
const STRUCTURED = 'application/cloudevents+json'
const BATCHED = 'application/cloudevents-batch+json'

/**
 * The events of one request, in any of the encodings of /v1/events. An item that cannot be read keeps its place as an
 * undecodable item, which `parseEvent` refuses with the reason; `error` means that nothing could be read at all.
 */
export function decodeBody({ headers, body }: { headers: Headers; body: Buffer }): DecodedBody {
  const text = readUtf8(body)
  if (!text.ok) return { error: text.error }
  const contentType = mediaType(headers)
  if (NDJSON.has(contentType)) return decodeLines(text.value)
  const json = readJson(text.value)
  if (!json.ok) return { error: text.value.trim() === '' ? 'the body is empty' : `the body is ${json.error}` }
  if (contentType === BATCHED) return decodeBatch(json.value)
  if (contentType === STRUCTURED) return { items: [fromStructured(json.value)] }
  if (isBinary(headers)) return { items: [fromBinary(headers, json.value)] }
  return decodeJson(json.value)
}

function decodeJson(value: unknown): DecodedBody {
  if (Array.isArray(value)) return value.length === 0 ? { error: 'the list holds no event' } : { items: value.map(unwrap) }
  return { items: [unwrap(value)] }
}

function decodeBatch(value: unknown): DecodedBody {
  if (!Array.isArray(value)) return { error: 'a batch of CloudEvents must be a list' }
  return value.length === 0 ? { error: 'the list holds no event' } : { items: value.map(fromStructured) }
}

function decodeLines(text: string): DecodedBody {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const items = lines.filter(({ line }) => line !== '').map(({ line, number }) => decodeLine(line, number))
  return items.length === 0 ? { error: 'the body is empty' } : { items }
}

function decodeLine(line: string, number: number): unknown {
  const json = readJson(line)
  return json.ok ? unwrap(json.value) : undecodable(`line ${number} is ${json.error}`)
}

/** A CloudEvent is known by its specversion whatever the content type says; a CDEvent has none at its top. */
function unwrap(value: unknown): unknown {
  return isRecord(value) && typeof value.specversion === 'string' ? fromStructured(value) : value
}

function mediaType(headers: Headers): string {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return firstOf(entry).split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
