import { everyName } from '../store/analytics/service-names.js'
import type { Objective, Slo } from './slo.js'

/** SQL whose rows are (at DateTime, good_now Int128, all_now Int128), numbers in millionths, and its parameters. */
export type Slices = { sql: string; params: Record<string, unknown> }

const MILLION = 1_000_000
const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

export type SliceContext = { environments: readonly string[]; from: Date; to: Date }

/** What an objective counts between two times: events, or slices of time that were good. */
export function slicesOf(slo: Slo, objective: Objective, indicator: string, context: SliceContext): Slices {
  const params = { service: slo.service, sli: indicator, environments: context.environments, from: context.from, to: context.to }
  const where = `service IN (${everyName('[{service:String}]')}) AND sli = {sli:String} AND environment IN {environments:Array(String)}
    AND minute >= {from:DateTime64(3)} AND minute < {to:DateTime64(3)}`
  const counted = objective.op === null || objective.value === null ? events(where) : goodMinutes(where, objective.op)
  const limits = objective.value === null ? {} : { value: String(BigInt(Math.round(objective.value * MILLION))) }
  if (slo.budgetingMethod === 'Occurrences') return { sql: counted, params: { ...params, ...limits } }
  const isGood =
    slo.budgetingMethod === 'Timeslices'
      ? 'if(sum(good_now) * 1000000 >= {slice_target:Int128} * sum(all_now), 1000000, 0)'
      : 'intDiv(sum(good_now) * 1000000, sum(all_now))'
  return {
    sql: `SELECT slice_at AS at, slice_good AS good_now, toInt128(1000000) AS all_now
      FROM (SELECT toStartOfInterval(at, INTERVAL {slice:UInt32} SECOND) AS slice_at, toInt128(${isGood}) AS slice_good
        FROM (${counted}) GROUP BY slice_at HAVING sum(all_now) > 0)`,
    params: {
      ...params,
      ...limits,
      slice: objective.timeSliceSeconds ?? 60,
      ...(slo.budgetingMethod === 'Timeslices' ? { slice_target: String(Math.round((objective.timeSliceTarget ?? 1) * MILLION)) } : {}),
    },
  }
}

function events(where: string): string {
  return `SELECT minute AS at, greatest(least(sum(good), sum(total)), 0) AS good_now, sum(total) AS all_now
    FROM sli_minutes FINAL WHERE ${where} GROUP BY minute HAVING all_now > 0`
}

/** A minute is good if the mean of what was read in it is as the objective says. */
function goodMinutes(where: string, op: keyof typeof OPERATORS): string {
  return `SELECT minute AS at, toInt128(if(sum(value_sum) ${OPERATORS[op]} {value:Int128} * toInt128(sum(value_count)), 1000000, 0)) AS good_now, toInt128(1000000) AS all_now
    FROM sli_minutes FINAL WHERE ${where} GROUP BY minute HAVING sum(value_count) > 0`
}
