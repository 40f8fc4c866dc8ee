import { createHash } from 'node:crypto'
import { clip } from './fields.js'

const MAX_LENGTH = 512

/** The parts joined by colons; a hash stands for the end where that grows too long for an id. */
export function identifier(...parts: (string | number)[]): string {
  const text = parts.join(':')
  if (text.length <= MAX_LENGTH) return text
  return `${clip(text, 440)}:${createHash('sha256').update(text).digest('hex')}`
}
