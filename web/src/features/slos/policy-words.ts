import type { SloQuery } from '../../generated/graphql.js'
import { formatCount, formatDuration } from '../../lib/formats.js'

type Policy = NonNullable<SloQuery['slo']>['alertPolicies'][number]

/** When a policy fires, in words. */
export function whenText({ threshold, lookbackSeconds, alertAfterSeconds, whenBreaching, whenNoData }: Policy): string {
  const burning = `above ${formatCount(threshold)}× over ${formatDuration(lookbackSeconds)}`
  const lasting = alertAfterSeconds > 0 ? `, for ${formatDuration(alertAfterSeconds)}` : ''
  const told = [...(whenBreaching ? [burning + lasting] : []), ...(whenNoData ? [`no data for ${formatDuration(lookbackSeconds)}`] : [])]
  return told.join('; ') || 'never'
}

/** Whom a policy tells, in words. */
export function toldText({ targets, whenResolved }: Policy): string {
  const names = targets.map(({ name, target }) => (target === '' || target === name ? name : `${name} (${target})`))
  return `${names.join(', ') || 'the routes that take such alerts'}${whenResolved ? '' : '; not that it is over'}`
}
