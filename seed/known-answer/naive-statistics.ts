/** Normal quantile of 0.975. */
const Z = 1.959963984540054

/** Type 7 quantile: interpolated at place (n − 1) × share of the sorted values. Null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (place - Math.floor(place))
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Wilson 95 % interval of a proportion. */
export function wilsonInterval(hits: number, n: number): [number | null, number | null] {
  if (n === 0) return [null, null]
  const share = hits / n
  const middle = share + (Z * Z) / (2 * n)
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const scale = 1 + (Z * Z) / n
  return [(middle - spread) / scale, (middle + spread) / scale]
}

/** Exact Poisson 95 % interval of a count, found by halving: P(X ≥ count | low) and P(X ≤ count | high) are 2.5 %. */
export function poissonInterval(count: number): [number, number] {
  const low = count === 0 ? 0 : meanWhere((mean) => 1 - atMost(count - 1, mean) > 0.025)
  return [low, meanWhere((mean) => atMost(count, mean) < 0.025)]
}

function meanWhere(isTooGreat: (mean: number) => boolean): number {
  let low = 0
  let high = 1000
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (isTooGreat(middle)) high = middle
    else low = middle
  }
  return (low + high) / 2
}

function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k
    sum += term
  }
  return sum
}
