import type { Subject } from '../../auth/teams/owners.js'
import { COMMIT_SHA } from '../../domain/commit-sha.js'
import { scopeOf } from '../../domain/scopes.js'

/** What can be corrected of each kind of fact, and what a value has to be. */
const OUTCOMES = ['succeeded', 'failed', 'rolled_back', 'cancelled', 'superseded', 'skipped', 'running']

type Check = { expected: string; holds: (value: unknown) => boolean }

const text: Check = {
  expected: 'a text of 1 to 500 characters',
  holds: (value) => typeof value === 'string' && value.length > 0 && value.length <= 500,
}
const flag: Check = { expected: 'true or false', holds: (value) => typeof value === 'boolean' }
const commit: Check = {
  expected: 'a commit of 7 to 64 hexadecimal digits',
  holds: (value) => typeof value === 'string' && COMMIT_SHA.test(value),
}
const instant: Check = {
  expected: 'an RFC 3339 instant such as 2026-11-02T10:04:00Z',
  holds: (value) => typeof value === 'string' && isInstant(value),
}
const MOST_SERVICES = 1000
const services: Check = {
  expected: `a list of 1 to ${MOST_SERVICES} names of services`,
  holds: (value) => Array.isArray(value) && value.length > 0 && value.length <= MOST_SERVICES && value.every(isName),
}
const AMOUNTS = ['customers', 'minutes', 'cost']
const impact: Check = {
  expected: 'an object of customers, minutes and cost, which are not negative, and a currency of three letters',
  holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(value).every(isOfImpact),
}
const oneOf = (words: readonly string[]): Check => ({
  expected: `one of ${words.join(', ')}`,
  holds: (value) => typeof value === 'string' && words.includes(value),
})

export type CorrectedKind = 'deployment' | 'incident' | 'approval'

export const CORRECTABLE: Readonly<Record<CorrectedKind, Readonly<Record<string, Check>>>> = {
  deployment: {
    outcome: oneOf(OUTCOMES),
    kind: oneOf(['change', 'rollback', 'redeploy', 'hotfix']),
    trigger: oneOf(['human', 'automatic', 'schedule']),
    version: text,
    commit,
    release: text,
    startedAt: instant,
    fullTrafficAt: instant,
    finishedAt: instant,
    mergeWith: text,
    apart: flag,
  },
  incident: {
    attribution: text,
    services,
    impact,
    severity: text,
    title: text,
    environment: text,
    startedAt: instant,
    detectedAt: instant,
    acknowledgedAt: instant,
    mitigatedAt: instant,
    resolvedAt: instant,
    mergeInto: text,
    apart: flag,
  },
  approval: { decision: oneOf(['granted', 'denied']), group: text, risk: text, automated: flag, requestedAt: instant, decidedAt: instant },
}

export type FieldProblem = { path: string; message: string }

/** What is wrong with the fields of a correction at `now`; null is right for every field. */
export function problemsOf(kind: CorrectedKind, fields: unknown, now: Date): FieldProblem[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return [{ path: 'fields', message: 'must be an object of fields to set' }]
  const entries = Object.entries(fields)
  if (entries.length === 0) return [{ path: 'fields', message: 'must name at least one field' }]
  return entries.flatMap(([name, value]) => {
    const check = Object.hasOwn(CORRECTABLE[kind], name) ? CORRECTABLE[kind][name] : undefined
    const path = `fields.${name}`
    if (!check) return [{ path, message: `cannot be corrected; of a ${kind} can be: ${Object.keys(CORRECTABLE[kind]).join(', ')}` }]
    if (value === null) return []
    if (!check.holds(value)) return [{ path, message: `must be ${check.expected}, or null` }]
    return check === instant && Date.parse(value as string) > now.getTime() ? [{ path, message: 'must not be in the future' }] : []
  })
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === value && value.length > 0 && value.length <= 512
}

function isOfImpact([name, value]: [string, unknown]): boolean {
  if (name === 'currency') return typeof value === 'string' && /^[A-Za-z]{3}$/.test(value)
  const isAmount = AMOUNTS.includes(name) && typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER
  return isAmount && (name !== 'customers' || Number.isInteger(value))
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value))
}

type Correction = { kind: CorrectedKind; fact: string; service?: string | null; fields: unknown }

/** What a correction touches: the fact, the service that it is said to be of, and what it is laid to or joined with. */
export function subjectsOfCorrection({ kind, fact, service, fields }: Correction): Subject[] {
  const { attribution, mergeWith, mergeInto } = (fields ?? {}) as Record<string, unknown>
  const named = (value: unknown, scope: (id: string) => string) => (typeof value === 'string' ? [scope(value)] : [])
  const scopes = [
    scopeOf[kind](fact),
    ...named(service, scopeOf.service),
    ...named(attribution, scopeOf.deployment),
    ...named(mergeWith, scopeOf.deployment),
    ...named(mergeInto, scopeOf.incident),
  ]
  return scopes.map((scope) => ({ scopes: [scope] }))
}
