import type { FieldError } from './errors.js'

export const MAX_DEPTH = 64
const LONE_SURROGATE = /\p{Surrogate}/u

/** Finds the first thing in a JSON value that the stores could not give back as it came. */
export function findUnstorable(value: unknown, path: string, depth = 0): FieldError | undefined {
  if (depth > MAX_DEPTH) return { path, message: `is nested deeper than ${MAX_DEPTH} levels` }
  if (typeof value === 'string') return checkText(value, path)
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path ? `${path}.${key}` : key
    const found = checkText(key, path) ?? findUnstorable(member, memberPath, depth + 1)
    if (found) return found
  }
  return undefined
}

function checkText(text: string, path: string): FieldError | undefined {
  if (text.includes('\0')) return { path, message: 'contains a NUL character' }
  if (LONE_SURROGATE.test(text)) return { path, message: 'contains half of a character pair (a lone surrogate)' }
  return undefined
}
