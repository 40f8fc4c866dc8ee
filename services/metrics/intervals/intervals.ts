import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { remembered } from './remembered.js'

/** The ends of a two-sided 95 % interval, in the unit of the value it belongs to. */
export type Interval = { low: number; high: number }

const ALPHA = 0.05
const TAIL = ALPHA / 2
const Z = 1.959963984540054

/**
 * 95 % interval of a proportion; null when nothing was counted.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), without continuity correction.
 */
export function wilson(successes: number, n: number): Interval | null {
  if (!(n > 0) || successes < 0 || successes > n) return null
  const ratio = successes / n
  const scale = 1 + (Z * Z) / n
  const centre = (ratio + (Z * Z) / (2 * n)) / scale
  const half = (Z / scale) * Math.sqrt((ratio * (1 - ratio)) / n + (Z * Z) / (4 * n * n))
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  }
}

/**
 * Exact 95 % interval of the mean of a Poisson count, in the unit of the count.
 * Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936): quantiles of Gamma(k) and Gamma(k + 1).
 */
export const poissonExact = remembered((count: number): Interval => {
  return { low: count === 0 ? 0 : gammaQuantile(TAIL, count, 1), high: gammaQuantile(1 - TAIL, count + 1, 1) }
})

/**
 * The two type 7 levels, (rank - 1) / (n - 1), whose order statistics enclose the p-quantile with a probability of at least 95 %
 * whatever the distribution; null when no two do, as for the median of fewer than six records. Each tail gets 2.5 % where the
 * ranks allow it; where even the last rank leaves more on its side, the other tail gets what is left of the 5 %.
 * Source: H. A. David and H. N. Nagaraja, Order Statistics (3rd edition, 2003), section 7.1.
 */
export function orderStatisticLevels(n: number, p: number): { low: number; high: number } | null {
  if (!(n >= 2) || !(p > 0 && p < 1)) return null
  const below = (1 - p) ** n
  const above = p ** n
  if (below + above > ALPHA) return null
  const low = lastRank(n, p, shareOfTail(below, above))
  const high = n + 1 - lastRank(n, 1 - p, shareOfTail(above, below))
  return { low: (low - 1) / (n - 1), high: (high - 1) / (n - 1) }
}

/** The probability one tail may have, given what its own last rank and the last rank of the other side leave outside. */
function shareOfTail(own: number, other: number): number {
  if (own > TAIL) return own
  return other > TAIL ? ALPHA - other : TAIL
}

/** The greatest rank r with P(Binomial(n, p) < r) <= tail; 1 when there is none. */
function lastRank(n: number, p: number, tail: number): number {
  let [known, limit] = [1, n]
  while (known < limit) {
    const rank = Math.ceil((known + limit) / 2)
    if (binomialCdf(rank - 1, n, p) <= tail) known = rank
    else limit = rank - 1
  }
  return known
}

/**
 * How many independent records carry as much information as `n` records that come in clusters, taking the records of one cluster
 * to be copies of each other, which is the most cautious assumption: floor(n² / Σ size²).
 * Source: L. Kish, Survey Sampling (1965), design effect of unequal clusters with an intra-class correlation of 1.
 */
export function effectiveSampleSize(n: number, sumOfSquaredClusterSizes: number | bigint): number {
  if (!(n > 0)) return 0
  return Number(BigInt(n) ** 2n / BigInt(sumOfSquaredClusterSizes))
}

/** Sums, in whole numbers, over clusters of s (the sum of a cluster's values), m (how many values it has) and their products. */
export type ClusterSums = {
  /** Σ m: how many values there are. */
  n: number | bigint
  clusters: number | bigint
  /** Σ s */
  sum: number | bigint
  /** Σ s² */
  sumSquares: number | bigint
  /** Σ s·m */
  sumTimesSize: number | bigint
  /** Σ m² */
  sizeSquares: number | bigint
}

/**
 * The mean over all values and its 95 % interval, robust to any dependence within a cluster; the interval is null with fewer than
 * two clusters, the mean without a value. Exact in integers up to the last division, so the order of records cannot matter.
 * Source: CR1 variance, with Student's t of (clusters - 1) degrees of freedom: A. C. Cameron and D. L. Miller, A practitioner's
 * guide to cluster-robust inference, Journal of Human Resources 50 (2015), sections II.B and VI.
 */
export function clusterRobustMean(sums: ClusterSums): { mean: number | null; interval: Interval | null } {
  const [n, clusters] = [BigInt(sums.n), BigInt(sums.clusters)]
  if (n <= 0n) return { mean: null, interval: null }
  const mean = Number(sums.sum) / Number(n)
  if (clusters < 2n) return { mean, interval: null }
  const [sum, sumSquares, sumTimesSize, sizeSquares] = [
    BigInt(sums.sum),
    BigInt(sums.sumSquares),
    BigInt(sums.sumTimesSize),
    BigInt(sums.sizeSquares),
  ]
  const residuals = n * n * sumSquares - 2n * sum * n * sumTimesSize + sum * sum * sizeSquares
  const variance = Number(clusters * residuals) / Number((clusters - 1n) * n ** 4n)
  const half = tQuantile(1 - TAIL, Number(clusters - 1n)) * Math.sqrt(variance)
  return { mean, interval: { low: mean - half, high: mean + half } }
}
