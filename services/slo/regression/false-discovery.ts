/**
 * Which of some tests of one question are discoveries, so that of those called so the expected share of false ones is at most
 * `rate`. Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, JRSS B 57 (1995); valid where tests rise together.
 */
export function discoveries(pValues: readonly number[], rate: number): boolean[] {
  const ordered = [...pValues].sort((a, b) => a - b)
  const last = ordered.findLastIndex((p, index) => p <= (rate * (index + 1)) / ordered.length)
  const limit = ordered[last] ?? -1
  return pValues.map((p) => p <= limit)
}
