import { DateTime } from 'luxon'
import type { BusinessHours, MetricOptions } from '../../metrics/options.js'
import { durations } from './durations.js'
import type { Facts } from './facts.js'
import { countOf, quantile, record, share, type NaiveRecord, type Numbers, type Span } from './records.js'

/** `from` is the start of the window: what waits longer than it stands in its queue. */
export function approvalRecords(facts: Facts, options: MetricOptions, from: number): NaiveRecord[] {
  return facts.approvals.map((fact) => {
    const { requestedAt, decidedAt, withdrawnAt } = fact
    const known = requestedAt !== null && decidedAt !== null
    const taken = !known ? 0 : options.approvalClock === 'wall' ? decidedAt - requestedAt : businessMs(requestedAt, decidedAt, options.businessHours)
    const asked = requestedAt === null ? 'no_request' : (decidedAt ?? 0) < requestedAt ? 'clock_skew' : 'counted'
    return record({ ...fact, approver_group: fact.group }, options, {
      at: decidedAt ?? withdrawnAt ?? Math.max(requestedAt ?? 0, from),
      state: decidedAt === null ? (withdrawnAt === null ? 'open' : 'withdrawn') : fact.automated ? 'automated' : asked,
      value: taken,
      extra: { decision: fact.decision, requestedAt },
    })
  })
}

function businessMs(from: number, to: number, { timeZone, days, from: opens, to: closes, holidays }: BusinessHours): number {
  let sum = 0
  let day = DateTime.fromMillis(from, { zone: timeZone }).startOf('day')
  for (; day.toMillis() <= to; day = day.plus({ days: 1 }).startOf('day')) {
    if (!days.includes(day.weekday) || holidays.includes(day.toISODate() ?? '')) continue
    const at = (time: string) => DateTime.fromISO(`${day.toISODate()}T${time}`, { zone: timeZone }).toMillis()
    sum += Math.max(0, Math.min(to, at(closes)) - Math.max(from, at(opens)))
  }
  return sum
}

export function approvalNumbers(
  counted: readonly NaiveRecord[],
  records: readonly NaiveRecord[],
  options: MetricOptions,
  { from, now, zone }: Span,
): Numbers {
  const { value, stats } = durations(counted, options, 'median_interpolated', zone)
  const waiting = records.filter(({ state }) => state === 'open').map(({ extra }) => extra.requestedAt as number)
  const age = (requested: number | null) => (requested === null ? null : Math.max(0, now - requested) / 1000)
  const decided = (decision: string) => countOf(counted, ({ extra }) => extra.decision === decision)
  return {
    value,
    coverage: share(counted.length, counted.length + countOf(records, ({ state }) => state === 'no_request')),
    stats: {
      ...stats,
      granted: decided('granted'),
      denied: decided('denied'),
      automated: countOf(records, ({ state }) => state === 'automated'),
      queue: from > now ? null : waiting.length,
      queueOldest: from > now || waiting.length === 0 ? null : age(Math.min(...waiting)),
      queueMedianAge: from > now ? null : age(quantile(waiting, 0.5)),
    },
  }
}
