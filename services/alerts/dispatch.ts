import type { Severity } from './condition.js'
import type { Notification } from './notification.js'

/** Where alerts go. Empty lists stand for all. */
export type RouteRule = {
  id: string
  enabled: boolean
  severities: readonly Severity[]
  teams: readonly string[]
  /** Most messages in an hour; what is resolved is always told. */
  mostPerHour: number
  /** Tickets wait for the end of these hours, by the clocks of the zone; null for never. */
  quiet: { fromHour: number; toHour: number; timeZone: string } | null
}

export type DispatchContext = {
  route: RouteRule
  /** Messages that this route took in the hour before. */
  sentInLastHour: number
  /** Another alert of the same release that this route was told of and that is not over; null for none. */
  groupedWith: string | null
  /** The reason of an experiment that is declared for the service now; null for none. */
  experiment: string | null
  hard: boolean
  at: Date
}

/** What becomes of the message to one route that an alert fires, and why in words a person may read in the log. */
export type Dispatch = { kind: 'send'; at: Date; reason: string } | { kind: 'hold'; reason: string } | { kind: 'suppress'; reason: string }

export function dispatch(severity: Severity, context: DispatchContext): Dispatch {
  const { route, at, experiment, groupedWith } = context
  if (experiment !== null && !context.hard) return { kind: 'suppress', reason: `an experiment is declared: ${experiment}` }
  if (groupedWith !== null) return { kind: 'hold', reason: `grouped with ${groupedWith}, which is of the same release and was told` }
  if (context.sentInLastHour >= route.mostPerHour)
    return { kind: 'hold', reason: `${route.mostPerHour} messages in the last hour are the most that this route takes` }
  const end = severity === 'ticket' ? endOfQuiet(route.quiet, at) : null
  if (end) return { kind: 'send', at: end, reason: 'a ticket, kept until the quiet hours are over' }
  const reason = experiment === null ? 'it fires' : `it fires beyond the hard threshold, although an experiment is declared: ${experiment}`
  return { kind: 'send', at, reason }
}

/** Whether a route takes alerts of this severity and team, unless they name routes of their own. */
export function takes({ severities, teams }: RouteRule, { severity, team }: Pick<Notification, 'severity' | 'team'>): boolean {
  return (severities.length === 0 || severities.includes(severity)) && (teams.length === 0 || (team !== null && teams.includes(team)))
}

const QUARTER_MS = 15 * 60_000

/** When quiet hours that go on at `at` end; null where there are none. Zones differ from UTC by whole quarters of an hour. */
export function endOfQuiet(quiet: RouteRule['quiet'], at: Date): Date | null {
  if (!quiet || quiet.fromHour === quiet.toHour) return null
  const isQuiet = (time: Date) => {
    const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: quiet.timeZone }).format(time))
    return quiet.fromHour < quiet.toHour ? hour >= quiet.fromHour && hour < quiet.toHour : hour >= quiet.fromHour || hour < quiet.toHour
  }
  if (!isQuiet(at)) return null
  let end = new Date(Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS)
  while (isQuiet(end)) end = new Date(end.getTime() + QUARTER_MS)
  return end
}
