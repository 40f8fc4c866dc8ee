import type { MetricOptions } from '../options.js'

export const STAGES = ['coding', 'review', 'merge_wait', 'build', 'approval_wait', 'deploy_wait', 'rollout'] as const

type Stage = (typeof STAGES)[number]

/** The stage in which each clock starts: those before it take nothing, and it takes what the stored stages do not tell. */
const STARTS_IN: Readonly<Record<MetricOptions['leadTimeClock'], Stage>> = {
  authored: 'coding',
  committed: 'coding',
  opened: 'review',
  merged: 'build',
}

const TOTAL: Readonly<Record<MetricOptions['leadTimeClock'], string>> = {
  authored: 'greatest(lead_time_ms, authored_lead_time_ms)',
  committed: 'lead_time_ms',
  opened: 'toUnixTimestamp64Milli(anchor) - toUnixTimestamp64Milli(ifNull(opened_at, anchor))',
  merged: 'toUnixTimestamp64Milli(anchor) - toUnixTimestamp64Milli(ifNull(merged_at, anchor))',
}

/** Milliseconds of one stage of a change under a clock. The stages sum to the time that the clock measures. */
export function stageSql(stage: Stage, clock: MetricOptions['leadTimeClock']): string {
  if (clock === 'committed') return `${stage}_ms`
  const first = STAGES.indexOf(STARTS_IN[clock])
  const index = STAGES.indexOf(stage)
  if (index < first) return 'toInt64(0)'
  if (index > first) return `${stage}_ms`
  return `(${[TOTAL[clock], ...STAGES.slice(first + 1).map((later) => `${later}_ms`)].join(' - ')})`
}
