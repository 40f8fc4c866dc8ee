import jsonata from 'jsonata'

export type Evaluated = { ok: true; value: unknown } | { ok: false; message: string; position: number | null }

/** Milliseconds, frames and items that one expression may take. */
const LIMITS = { timeout: 200, stack: 100, sequence: 10_000 }
const LONGEST_RESULT = 100_000
const MOST_COMPILED = 500
const LONGEST_PATTERN = 200
/** A repeated group that repeats within, which can take a backtracking engine for ever. */
const NESTED_REPEAT = /\([^()]*[+*{][^()]*\)\s*[+*{]/

class BoundedRegExp extends RegExp {
  constructor(pattern: string | RegExp, flags?: string) {
    const source = String(pattern instanceof RegExp ? pattern.source : pattern)
    if (source.length > LONGEST_PATTERN || NESTED_REPEAT.test(source)) throw new Error('this regular expression may take too long')
    super(pattern, flags)
  }
}

const compiled = new Map<string, jsonata.Expression>()

/**
 * What a JSONata expression gives for an input, as plain JSON; undefined where it gives nothing. The same input always gives the
 * same, so that a delivery can be read again: there is neither a clock nor chance, nor an expression made of data.
 */
export async function evaluate(expression: string, input: unknown, bindings: Readonly<Record<string, unknown>>): Promise<Evaluated> {
  try {
    const value: unknown = await compile(expression).evaluate(input, { ...bindings, ...forbidden })
    return { ok: true, value: plain(value) }
  } catch (error) {
    const { message, position } = error as { message?: string; position?: number }
    return { ok: false, message: message ?? 'it cannot be evaluated', position: position ?? null }
  }
}

function compile(expression: string): jsonata.Expression {
  const known = compiled.get(expression)
  if (known) return known
  const made = jsonata(expression, { ...LIMITS, RegexEngine: BoundedRegExp as unknown as RegExpConstructor })
  if (compiled.size >= MOST_COMPILED) compiled.clear()
  compiled.set(expression, made)
  return made
}

const forbidden = Object.fromEntries(['now', 'millis', 'random', 'shuffle', 'eval'].map((name) => [name, () => refuse(name)]))

function refuse(name: string): never {
  throw new Error(`$${name} is not to be had here; the time of receipt is $receivedAt`)
}

function plain(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return undefined
  if (text.length > LONGEST_RESULT) throw new Error(`it gives more than ${LONGEST_RESULT} characters`)
  return JSON.parse(text)
}
