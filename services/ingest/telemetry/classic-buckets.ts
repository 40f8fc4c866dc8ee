import { BUCKETS_PER_DOUBLING, LOWEST_BUCKET } from '../../slo/histogram.js'

/** The bound of the bucket that has none, as it is stored. */
export const NO_BOUND = Number.MAX_VALUE

/** How many buckets below the first bound values are told apart. */
const BELOW_FIRST = 6 * BUCKETS_PER_DOUBLING

const indexOf = (bound: string) => `toInt32(ceil(log2(greatest(${bound}, 1e-12)) * ${BUCKETS_PER_DOUBLING} - 1e-9))`
const EDGE = `pow(2, index / ${BUCKETS_PER_DOUBLING})`

/**
 * SQL that adds the columns `classic_index` and `classic_count` to rows with `reached`, an array of (bound, count): how many
 * values were at most each bound, the bounds rising. Values between two bounds are taken to lie evenly, and from 0 to the first;
 * those above all bounds are counted just above the last. A count below that of a lower bound, as after a restart of which
 * nobody told, is taken to be that one.
 */
export function withClassicBuckets(rows: string): string {
  return `SELECT *,
    arrayMap(one -> one.1, reached) AS bounds,
    arrayMap(at -> arrayMax(arrayMap(one -> greatest(one.2, 0), arraySlice(reached, 1, at))), arrayEnumerate(reached)) AS counts,
    arrayPushFront(arrayMap(bound -> greatest(bound, 0), bounds), 0) AS lower_bounds,
    arrayPushFront(counts, 0) AS lower_counts,
    arrayFilter(bound -> bound > 0 AND bound < ${NO_BOUND}, bounds) AS finite,
    if(empty(finite), [], range(greatest(${indexOf('finite[1]')} - ${BELOW_FIRST}, ${LOWEST_BUCKET}), ${indexOf('finite[-1]')} + 2)) AS classic_index,
    arrayMap(index -> arrayFirstIndex(bound -> bound >= ${EDGE} * (1 - 1e-9), bounds), classic_index) AS places,
    arrayMap((index, place) -> round(multiIf(
      place = 0, counts[-1],
      bounds[place] >= ${NO_BOUND}, if(index = classic_index[-1], counts[place], lower_counts[place]),
      lower_counts[place] + (counts[place] - lower_counts[place]) * least(greatest((${EDGE} - lower_bounds[place]) / (bounds[place] - lower_bounds[place]), 0), 1))),
      classic_index, places) AS below,
    arrayMap((count, before) -> toInt64(count - before), below, arrayPopBack(arrayPushFront(below, 0))) AS classic_count
  FROM (${rows})`
}
