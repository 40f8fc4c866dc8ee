import type { Random } from '../../../seed/random.js'
import { makeChangedDays, makeMissingDays } from '../../metrics/days/make-days.js'
import type { MetricOptions } from '../../metrics/options.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { Facts } from './facts.js'

const TABLES = ['measure_days', 'changed_days', 'day_zones', 'kept_days']

export async function emptyDays(analytics: AnalyticsStore): Promise<void> {
  for (const table of TABLES) await analytics.command(`TRUNCATE TABLE ${table}`)
}

/** Some of the rollouts and changes, as if the others had not been told of yet. */
export function someOf(facts: Facts, random: Random): Facts {
  return { ...facts, deployments: facts.deployments.filter(() => random() < 0.6), changes: facts.changes.filter(() => random() < 0.6) }
}

/** The rollouts and changes that had not been told of. */
export function rest(facts: Facts, told: Facts): Facts {
  const left = <T>(all: T[], some: T[]) => all.filter((one) => !some.includes(one))
  return { ...facts, deployments: left(facts.deployments, told.deployments), changes: left(facts.changes, told.changes) }
}

export function makeDays(analytics: AnalyticsStore, options: MetricOptions, zone: string): Promise<void> {
  return makeMissingDays({ analytics, options, zones: [zone] })
}

/** Marks the days of what was told of later, and makes some or all of them anew. */
export async function changeDays(
  analytics: AnalyticsStore,
  facts: Facts,
  random: Random,
  { options, zone }: { options: MetricOptions; zone: string },
): Promise<void> {
  const days = [...facts.deployments, ...facts.changes].map(({ service, anchor }) => ({ service, day: new Date(anchor).toISOString().slice(0, 10) }))
  const marks = [...new Map(days.map((day) => [`${day.service} ${day.day}`, { ...day, version: 1, deleted: 0 }])).values()]
  if (marks.length > 0) await analytics.insert('changed_days', marks)
  const share = random() < 0.5 ? 0.4 : 1
  const made = marks.filter(() => random() < share)
  await makeChangedDays({ analytics, options, zones: [zone] }, { services: made.map(({ service }) => service), days: made.map(({ day }) => day) })
  if (made.length > 0)
    await analytics.insert(
      'changed_days',
      made.map((mark) => ({ ...mark, deleted: 1 })),
    )
}
