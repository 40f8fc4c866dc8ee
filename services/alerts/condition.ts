import type { AlertThresholds } from '../domain/alert-thresholds.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { WholeAlertPolicy } from '../slo/alert-policy.js'
import type { Slo } from '../slo/slo.js'
import type { Period, Span } from './spans.js'

export type Severity = 'page' | 'ticket'

/** Something that is wrong at the time of a look. A rule gives it for as long as it holds. */
export type Condition = {
  /** The same for as long as it is the same problem. */
  key: string
  rule: string
  severity: Severity
  service: string
  /** Empty where it is about all of production. */
  environment: string
  /** Environments of production that were measured when it was found, where it is about all of them. */
  environments?: readonly string[]
  slo: string | null
  release: string | null
  version: string | null
  commit: string | null
  title: string
  /** One sentence with the numbers. */
  summary: string
  /** How long it must hold before anyone is told. */
  forSeconds: number
  /** So bad that not even a declared experiment keeps it from being told. */
  hard: boolean
  /** Who is told, where the one who declared it said so: routes of that name, or else of that kind. */
  targets?: readonly { name: string; kind: string }[]
  /** False where nobody wants to hear that it is over. */
  endIsTold?: boolean
}

/** Where it is wrong, as far as that is known. */
export function environmentOf({ environment, environments = [] }: Condition): string {
  return environment || environments.join(', ')
}

/** What rules look at, at one time. */
export type Look = {
  analytics: AnalyticsStore
  at: Date
  slos: readonly Slo[]
  /** Alert policies of objectives, by name. */
  policies: ReadonlyMap<string, WholeAlertPolicy>
  /** Environments of production for which there is telemetry. */
  environments: readonly string[]
  thresholds: AlertThresholds
}

/** What rules look at over a period, by what is known now. */
export type HistoryLook = Omit<Look, 'at'> & Period

/** What a rule would have told of. */
export type Foretold = Pick<Condition, 'key' | 'severity' | 'service' | 'environment' | 'slo' | 'title'>

/** One rule of alerts: its id, what it says of itself, and what holds at a time. The same data give the same conditions. */
export type AlertRule = {
  id: string
  title: string
  description: string
  conditions(look: Look): Promise<Condition[]>
  /** When its conditions held, looked at once a minute; left out where an objective has a preview of its own. */
  history?(look: HistoryLook): Promise<Span<Foretold>[]>
}
