import { MAX_DEPTH } from './text.js'

export type Read<T> = { ok: true; value: T } | { ok: false; error: string }

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x7b, 0x5b])
const CLOSING = new Set([0x7d, 0x5d])

/** Bytes as text; a byte-order mark is dropped, anything that is not UTF-8 refused. */
export function readUtf8(body: Uint8Array): Read<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(body) }
  } catch {
    return { ok: false, error: 'the body is not valid UTF-8' }
  }
}

/** JSON whose depth is looked at before it is parsed. */
export function readJson(text: string): Read<unknown> {
  if (isTooDeep(text)) return { ok: false, error: `nested deeper than ${MAX_DEPTH} levels` }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, error: `not valid JSON: ${(error as Error).message}` }
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) inString = !inString
    else if (inString) index += code === BACKSLASH ? 1 : 0
    else if (OPENING.has(code) && ++depth > MAX_DEPTH) return true
    else if (CLOSING.has(code)) depth--
  }
  return false
}
