import type { Unit } from '../../generated/graphql.js'

export interface SharedValue {
  value: number | null
  n: number
  low: number | null
  high: number | null
  coverage: number | null
}

export interface SharedMeasure {
  key: string
  title: string
  summary: string
  unit: Unit
  total: SharedValue | null
  previous: SharedValue | null
  series: SharedValue[]
  groups: (SharedValue & { name: string | null })[]
}

export interface SharedView {
  name: string
  description: string
  computedAt: string
  expiresAt: string
  window: { from: string; to: string; timeZone: string }
  scope: { teams?: string[]; services?: string[]; environments?: string[] }
  groupBy: string | null
  profile: string
  options: string[]
  measures: SharedMeasure[]
}

/** Asks with the link's token, and with nothing that the browser adds by itself. */
export async function askShared(token: string, signal: AbortSignal): Promise<SharedView> {
  const response = await fetch('/v1/shared', { credentials: 'omit', headers: token === '' ? {} : { authorization: `Bearer ${token}` }, signal })
  const body = (await response.json().catch(() => null)) as (SharedView & { detail?: string }) | null
  if (!response.ok || !body) throw new Error(body?.detail ?? `Windsock answered ${response.status}.`)
  return body
}
