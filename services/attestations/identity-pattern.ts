/** Longer ones are no identity that a certificate of a build carries. */
const MAX_SUBJECT = 512
const MAX_PATTERN = 500
const REPEAT_WEIGHT = 7
const MAX_WEIGHT = 22

/**
 * Checks an expression for identities, or says in words what is wrong with it. JavaScript's engine tries every way through an
 * expression, so only those are let in that have few: no look-around, no back references, no repeated groups, no counts above
 * 100. Over 512 characters each repeated character multiplies the ways by some hundred, each ? and | by two; the weights keep
 * their product under some fifty million, which is about a second.
 */
export function checkPattern(pattern: string): string | null {
  if (pattern === '' || pattern.length > MAX_PATTERN) return `must have from 1 to ${MAX_PATTERN} characters`
  const bare = withoutLiterals(pattern)
  if (/\\[1-9k]/.test(pattern.replace(/\\\\/g, ''))) return 'must not refer back'
  if (/\(\?(?!:)/.test(bare)) return 'must have no look-around and no named groups; (?:…) is allowed'
  if (/\)[*+{?]/.test(bare)) return 'must not repeat a group'
  const counts = [...bare.matchAll(/\{(\d+)(?:,(\d*))?\}/g)]
  if (counts.some(([, low, high]) => Number(low) > 100 || Number(high ?? 0) > 100)) return 'must not count above 100'
  const repeats = [...bare.matchAll(/[*+]|\{\d+,\d*\}/g)].length
  const choices = [...bare.replaceAll('(?:', '(').matchAll(/[?|]/g)].length
  if (repeats * REPEAT_WEIGHT + choices > MAX_WEIGHT) {
    return `has too many ways to match: a repeated character (*, +, {n,m}) counts ${REPEAT_WEIGHT}, each ? and | one, and the sum must not exceed ${MAX_WEIGHT}`
  }
  return compile(pattern) === null ? 'is not a regular expression' : null
}

/** Whether the whole of an identity matches; an expression that was not let in matches nothing. */
export function matchesWhole(pattern: string, subject: string): boolean {
  if (subject.length > MAX_SUBJECT || checkPattern(pattern) !== null) return false
  return compile(pattern)?.test(subject) ?? false
}

function compile(pattern: string): RegExp | null {
  try {
    // Alone, so that a stray bracket does not pair with those of the frame.
    const alone = new RegExp(pattern, 'u')
    return new RegExp(`^(?:${alone.source})$`, 'u')
  } catch {
    return null
  }
}

/** The expression with escaped characters and classes as a letter, so that what is left has its meaning. */
function withoutLiterals(pattern: string): string {
  return pattern.replace(/\\./gs, 'a').replace(/\[[^\]]*\]/g, 'a')
}
