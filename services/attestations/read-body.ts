import { readJson, readUtf8 } from '../integrations/events/json.js'
import { undecodable } from '../integrations/events/undecodable.js'

const LINES = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|json-seq)$/

export const MAX_DOCUMENTS = 500

/**
 * The documents of one request: one, a list, or one a line. A line that cannot be read keeps its place as an undecodable
 * item; `error` means that nothing could be read at all.
 */
export function readBody(body: Buffer, contentType: string): { items: unknown[] } | { error: string } {
  const text = readUtf8(body)
  if (!text.ok) return { error: text.error }
  if (text.value.trim() === '') return { error: 'the body is empty' }
  const read = readText(text.value, contentType)
  if ('items' in read && read.items.length > MAX_DOCUMENTS) return { error: `the body holds more than ${MAX_DOCUMENTS} documents` }
  return read
}

function readText(text: string, contentType: string): { items: unknown[] } | { error: string } {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  if (LINES.test(contentType)) return { items: lines.map(readLine) }
  const json = readJson(text)
  if (json.ok) return Array.isArray(json.value) ? listItems(json.value) : { items: [json.value] }
  // Tools that write JSON lines are often posted as plain JSON.
  const isLines = lines.length > 1 && lines.some(({ line }) => readJson(line).ok)
  return isLines ? { items: lines.map(readLine) } : { error: `the body is ${json.error}` }
}

function listItems(items: unknown[]): { items: unknown[] } | { error: string } {
  return items.length === 0 ? { error: 'the list holds no document' } : { items }
}

function readLine({ line, number }: { line: string; number: number }): unknown {
  const json = readJson(line)
  return json.ok ? json.value : undecodable(`line ${number} is ${json.error}`)
}
