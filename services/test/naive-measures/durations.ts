import type { MetricOptions } from '../../metrics/options.js'
import { localDate } from './local-label.js'
import { mean, quantile, type NaiveRecord } from './records.js'

type Usual = Exclude<MetricOptions['aggregate'], 'default'>

/** The value of counted durations in seconds, and the statistics that go with it. */
export function durations(counted: readonly NaiveRecord[], { aggregate }: MetricOptions, usual: Usual, zone: string) {
  const seconds = counted.map(({ value }) => value / 1000)
  const [median, p75, p90, p95] = [0.5, 0.75, 0.9, 0.95].map((p) => quantile(seconds, p)) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ]
  const stats = { median, mean: mean(seconds), p75, p90, p95 }
  return { value: inOne(counted, aggregate === 'default' ? usual : aggregate, zone), stats }
}

function inOne(counted: readonly NaiveRecord[], aggregate: Usual, zone: string): number | null {
  const seconds = counted.map(({ value }) => value / 1000)
  switch (aggregate) {
    case 'mean':
      return mean(seconds)
    case 'median_lower':
      return [...seconds].sort((a, b) => a - b)[Math.floor((seconds.length - 1) / 2)] ?? null
    case 'median_of_daily_medians':
      return quantile(
        apart(counted, ({ at }) => localDate(at, zone)).map((values) => quantile(values, 0.5) as number),
        0.5,
      )
    case 'mean_of_service_means':
      return mean(apart(counted, ({ place }) => place.service).map((values) => mean(values) as number))
    default:
      return quantile(seconds, 0.5)
  }
}

/** Seconds of the records, by what tells them apart, in its order. */
function apart(counted: readonly NaiveRecord[], keyOf: (record: NaiveRecord) => string): number[][] {
  const keys = [...new Set(counted.map(keyOf))].sort()
  return keys.map((key) => counted.filter((one) => keyOf(one) === key).map(({ value }) => value / 1000))
}
