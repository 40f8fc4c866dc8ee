import { CLUSTER_SOURCES, type BenchmarkSource } from './sources.js'

/** A range of values and the report's words for it: rates per day, seconds, or ratios. `high` may be infinite. */
export type Band = { text: string; low: number; high: number }

export type Cluster = { name: 'elite' | 'high' | 'medium' | 'low'; bands: Record<BenchmarkKey, Band> }

export type BenchmarkKey = 'deployment_frequency' | 'change_lead_time' | 'change_failure_rate' | 'failed_deployment_recovery_time'

export type Edition = { edition: string; clusters: readonly Cluster[]; source: BenchmarkSource }

const HOUR = 3600
const DAY = 24 * HOUR
const WEEK = 7 * DAY
const MONTH = 30 * DAY
const HALF_YEAR = 182.5 * DAY

const under1h: Band = { text: 'less than one hour', low: 0, high: HOUR }
// The survey offers "less than one hour" beside it, so it begins there.
const under1d: Band = { text: 'less than one day', low: HOUR, high: DAY }
const dayToWeek: Band = { text: 'between one day and one week', low: DAY, high: WEEK }
const weekToMonth: Band = { text: 'between one week and one month', low: WEEK, high: MONTH }
const monthToHalfYear: Band = { text: 'between one month and six months', low: MONTH, high: HALF_YEAR }
const overHalfYear: Band = { text: 'more than six months', low: HALF_YEAR, high: Number.POSITIVE_INFINITY }

const onDemand: Band = { text: 'on demand, several times per day', low: 1, high: Number.POSITIVE_INFINITY }
const hourlyToDaily: Band = { text: 'between once per hour and once per day', low: 1, high: 24 }
const dailyToWeekly: Band = { text: 'between once per day and once per week', low: 1 / 7, high: 1 }
const weeklyToMonthly: Band = { text: 'between once per week and once per month', low: 1 / 30, high: 1 / 7 }
const monthlyToHalfYearly: Band = { text: 'between once per month and once every six months', low: 1 / 182.5, high: 1 / 30 }
const rarer: Band = { text: 'less than once every six months', low: 0, high: 1 / 182.5 }

const tables: readonly Omit<Edition, 'source'>[] = [
  {
    edition: '2018',
    clusters: [
      cluster('elite', onDemand, under1h, percent(0, 15), under1h),
      cluster('high', hourlyToDaily, dayToWeek, percent(0, 15), under1d),
      cluster('medium', weeklyToMonthly, weekToMonth, percent(0, 15), under1d),
      cluster('low', weeklyToMonthly, monthToHalfYear, percent(46, 60), weekToMonth),
    ],
  },
  {
    edition: '2019',
    clusters: [
      cluster('elite', onDemand, under1d, percent(0, 15), under1h),
      cluster('high', dailyToWeekly, dayToWeek, percent(0, 15), under1d),
      cluster('medium', weeklyToMonthly, weekToMonth, percent(0, 15), under1d),
      cluster('low', monthlyToHalfYearly, monthToHalfYear, percent(46, 60), weekToMonth),
    ],
  },
  {
    edition: '2021',
    clusters: [
      cluster('elite', onDemand, under1h, percent(0, 15), under1h),
      cluster('high', weeklyToMonthly, dayToWeek, percent(16, 30), under1d),
      cluster('medium', monthlyToHalfYearly, monthToHalfYear, percent(16, 30), dayToWeek),
      cluster('low', rarer, overHalfYear, percent(16, 30), overHalfYear),
    ],
  },
  {
    edition: '2022',
    clusters: [
      cluster('high', onDemand, dayToWeek, percent(0, 15), under1d),
      cluster('medium', weeklyToMonthly, weekToMonth, percent(16, 30), dayToWeek),
      cluster('low', monthlyToHalfYearly, monthToHalfYear, percent(46, 60), weekToMonth),
    ],
  },
  {
    edition: '2023',
    clusters: [
      cluster('elite', onDemand, under1d, percent(5), under1h),
      cluster('high', dailyToWeekly, dayToWeek, percent(10), under1d),
      cluster('medium', weeklyToMonthly, weekToMonth, percent(15), dayToWeek),
      cluster('low', weeklyToMonthly, weekToMonth, percent(64), monthToHalfYear),
    ],
  },
  {
    edition: '2024',
    clusters: [
      cluster('elite', onDemand, under1d, percent(5), under1h),
      cluster('high', dailyToWeekly, dayToWeek, percent(20), under1d),
      cluster('medium', weeklyToMonthly, weekToMonth, percent(10), under1d),
      cluster('low', monthlyToHalfYearly, monthToHalfYear, percent(40), weekToMonth),
    ],
  },
  { edition: '2025', clusters: [] },
]

/** The editions of the State of DevOps report and the clusters each found; 2025 has none. */
export const clustersByEdition: readonly Edition[] = tables.flatMap((table) => {
  const source = CLUSTER_SOURCES[table.edition]
  return source ? [{ ...table, source }] : []
})

function cluster(name: Cluster['name'], frequency: Band, leadTime: Band, failureRate: Band, recovery: Band): Cluster {
  return {
    name,
    bands: {
      deployment_frequency: frequency,
      change_lead_time: leadTime,
      change_failure_rate: failureRate,
      failed_deployment_recovery_time: recovery,
    },
  }
}

function percent(low: number, high = low): Band {
  return { text: low === high ? `${low} %` : `${low} to ${high} %`, low: low / 100, high: high / 100 }
}
