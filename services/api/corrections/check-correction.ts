import { scopeOf } from '../../domain/scopes.js'
import type { Reference } from '../../workspace/references.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { badInput } from '../paging.js'
import { problemsOfReferences, type Stores } from '../workspace/known-names.js'
import type { CorrectedKind } from './correctable.js'
import { correctionsOfFact } from './correction-list.js'
import { contradictionsIn } from './impossible-times.js'

export type Asked = { kind: CorrectedKind; fact: string; service?: string | null; environment?: string | null; fields: Record<string, unknown> }

/** Where events tell of a thing, its services by the names they are kept under too. */
type Told = { services: string[]; environments: string[] }

/** Throws BAD_USER_INPUT where a correction is about something, or names something, that no event tells of, or where it cannot be so. */
export async function checkCorrection(stores: Stores, asked: Asked): Promise<void> {
  const { analytics } = stores
  const told = await toldOf(analytics, asked.kind, asked.fact)
  if (!told || !isAmong(told, asked)) throw badInput(`There is no ${asked.kind} ${asked.fact}${whereOf(asked)}.`)
  const { attribution, mergeInto, mergeWith, release } = asked.fields
  const [unknown] = await problemsOfReferences(stores, referencesIn(asked.fields))
  if (unknown) throw badInput(`${unknown.path.join('.')}: ${unknown.message}.`)
  if (typeof release === 'string') await checkRelease(analytics, told, release)
  if (typeof mergeInto === 'string') await checkJoined(analytics, asked.fact, mergeInto)
  if (typeof mergeWith === 'string') await checkSameRollout(analytics, asked, told, mergeWith)
  if (typeof attribution === 'string' && attribution !== 'unrelated') await checkBlamed(analytics, attribution)
  const [contradiction] = await contradictionsIn(analytics, asked, told.services)
  if (contradiction !== undefined) throw badInput(contradiction)
}

function referencesIn({ services, environment }: Asked['fields']): Reference[] {
  return [
    ...((services ?? []) as string[]).map((name) => ({ to: 'Service' as const, path: ['fields', 'services'], name })),
    ...(typeof environment === 'string' ? [{ to: 'Environment' as const, path: ['fields', 'environment'], name: environment }] : []),
  ]
}

/** A release of which nothing is known yet may be of any service. */
async function checkRelease(analytics: AnalyticsStore, { services }: Told, release: string): Promise<void> {
  const sql = 'SELECT DISTINCT toString(service) AS service FROM deployments FINAL WHERE release_id = {release:String} ORDER BY service'
  const owners = (await analytics.query<{ service: string }>(sql, { release })).map(({ service }) => service)
  if (owners.length > 0 && !owners.some((service) => services.includes(service)))
    throw badInput(`The release ${release} is of ${owners.join(', ')}, not of ${services.join(', ')}.`)
}

async function toldOf(analytics: AnalyticsStore, kind: CorrectedKind, id: string): Promise<Told | null> {
  const sql = `SELECT arrayFilter(name -> name != '', groupUniqArray(toString(service))) AS services, groupUniqArray(JSONExtractString(data, 'environment')) AS environments
    FROM events_by_scope WHERE scope = {scope:String} AND startsWith(type, {family:String}) HAVING count() > 0`
  const [told] = await analytics.query<Told>(sql, { scope: scopeOf[kind](id), family: `${kind}.` })
  if (!told) return null
  const kept = await analytics.query<{ service: string }>('SELECT service FROM services FINAL WHERE hasAny(aliases, {services:Array(String)})', told)
  return { ...told, services: [...told.services, ...kept.map(({ service }) => service)] }
}

/** An incident may be of any services and is known by its id alone. */
function isAmong(told: Told, { kind, service, environment }: Asked): boolean {
  if (kind === 'incident') return true
  return (!service || told.services.includes(service)) && (!environment || told.environments.includes(environment))
}

function whereOf({ service, environment }: Asked): string {
  return `${service ? ` of ${service}` : ''}${environment ? ` in ${environment}` : ''}`
}

async function checkJoined(analytics: AnalyticsStore, fact: string, target: string): Promise<void> {
  if (target === fact) throw badInput(`mergeInto names ${fact} itself.`)
  if (!(await toldOf(analytics, 'incident', target))) throw badInput(`There is no incident ${target} to join ${fact} with.`)
  const passed = new Set<string>()
  for (let next: string | null = target; next !== null && !passed.has(next); next = await joinedWith(analytics, next)) {
    if (next === fact) throw badInput(`${target} was joined with ${fact}: to join ${fact} with it would go round in a circle.`)
    passed.add(next)
  }
}

async function joinedWith(analytics: AnalyticsStore, incident: string): Promise<string | null> {
  const said = (await correctionsOfFact(analytics, 'incident', incident)).find(({ fields }) => fields.mergeInto !== undefined)
  return typeof said?.fields.mergeInto === 'string' ? said.fields.mergeInto : null
}

async function checkSameRollout(analytics: AnalyticsStore, { fact }: Asked, told: Told, target: string): Promise<void> {
  if (target === fact) throw badInput(`mergeWith names ${fact} itself.`)
  const other = await toldOf(analytics, 'deployment', target)
  if (!other) throw badInput(`There is no deployment ${target} to join ${fact} with.`)
  const isShared = (one: readonly string[], another: readonly string[]) => one.some((name) => another.includes(name))
  if (!isShared(told.services, other.services) || !isShared(told.environments, other.environments))
    throw badInput(`${target} is not a deployment of the same service and environment as ${fact}.`)
}

async function checkBlamed(analytics: AnalyticsStore, blamed: string): Promise<void> {
  const sql = `SELECT 1 FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND startsWith(type, 'deployment.') LIMIT 1
    UNION ALL SELECT 1 FROM deployments FINAL WHERE release_id = {blamed:String} LIMIT 1`
  const found = await analytics.query(sql, { scopes: [scopeOf.deployment(blamed), scopeOf.release(blamed)], blamed })
  if (found.length === 0) throw badInput(`There is no deployment or release ${blamed} to lay the incident at.`)
}
