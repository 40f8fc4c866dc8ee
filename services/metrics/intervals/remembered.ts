const MOST = 20_000

/** A pure function of one number that keeps what it gave: a page of buckets asks for the same few again and again. */
export function remembered<Result>(compute: (argument: number) => Result): (argument: number) => Result {
  const known = new Map<number, Result>()
  return (argument) => {
    const found = known.get(argument)
    if (found !== undefined) return found
    if (known.size >= MOST) known.clear()
    const result = compute(argument)
    known.set(argument, result)
    return result
  }
}
