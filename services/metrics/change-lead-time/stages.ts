import { STAGES, type Stage } from '../../domain/lead-time.js'
import type { MetricOptions } from '../options.js'

type Clock = MetricOptions['leadTimeClock']

/** The stage in which each clock starts: those before it are not part of it, and it takes what the stored stages do not tell. */
const STARTS_IN: Readonly<Record<Clock, Stage>> = {
  authored: 'coding',
  committed: 'coding',
  opened: 'review',
  merged: 'build',
}

const TOTAL: Readonly<Record<Clock, string>> = {
  authored: 'greatest(lead_time_ms, authored_lead_time_ms)',
  committed: 'lead_time_ms',
  opened: 'toUnixTimestamp64Milli(anchor) - toUnixTimestamp64Milli(ifNull(opened_at, anchor))',
  merged: 'toUnixTimestamp64Milli(anchor) - toUnixTimestamp64Milli(ifNull(merged_at, anchor))',
}

/** The name of a stage in columns. */
export function stageColumn(stage: Stage): string {
  return stage.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Milliseconds of one stage of a change under a clock; null where one of its ends is not known, or it lies before the clock starts. */
export function stageSql(stage: Stage, clock: Clock): string {
  const first = STAGES.indexOf(STARTS_IN[clock])
  const index = STAGES.indexOf(stage)
  if (index < first) return "CAST(NULL, 'Nullable(Int64)')"
  return `if(has(known_stages, '${stage}'), ${index === first ? firstSql(first, clock) : `${stageColumn(stage)}_ms`}, NULL)`
}

function firstSql(first: number, clock: Clock): string {
  return [TOTAL[clock], ...STAGES.slice(first + 1).map((later) => `${stageColumn(later)}_ms`)].join(' - ')
}
