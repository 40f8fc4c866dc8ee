import type { SeedEvent } from '../http/seed-event.js'
import { judgedDocuments, type JudgedDocument } from './naive-attestations.js'
import { productionDeployments, split, type Answers, type Scope } from './naive-scope.js'
import { wilsonInterval } from './naive-statistics.js'
import { trust } from './prepare.js'

const PUBLISHED = ['commit', 'repository', 'build', 'builder'] as const
const KINDS = ['provenance', 'sbom', 'tests', 'scan'] as const
const FIELDS = [...PUBLISHED, 'digest', 'signature', ...KINDS, 'approval'] as const
const STATES = ['verified', 'present', 'invalid', 'absent'] as const

type State = (typeof STATES)[number]
type Fields = Record<(typeof FIELDS)[number], State>

/** Every field is required of every tier; complete is what has them all verified. */
export function provenanceCompleteness(events: readonly SeedEvent[], scope: Scope): Answers {
  const { counted, excluded } = split(productionDeployments(events, scope), ({ outcome }) => (outcome === 'succeeded' ? null : 'not_succeeded'))
  const documents = judgedDocuments()
  const trusted = new Set(trust().sources.map(({ source }) => source))
  const held = counted.map(({ id, digest }) => ({
    ...artifactFields(digest, events, documents),
    approval: approvalState(id, events, trusted),
  }))
  const verified = held.map((fields) => FIELDS.filter((field) => fields[field] === 'verified').length)
  const complete = verified.filter((count) => count === FIELDS.length).length
  const n = counted.length
  const [low, high] = wilsonInterval(complete, n)
  const perField = FIELDS.flatMap((field) => STATES.map((state) => [`${field}.${state}`, held.filter((fields) => fields[field] === state).length]))
  return {
    value: n === 0 ? null : complete / n,
    n,
    complete,
    low,
    high,
    withoutDigest: counted.filter(({ digest }) => digest === '').length,
    meanShareOfFields: n === 0 ? null : verified.reduce((sum, count) => sum + count, 0) / FIELDS.length / n,
    ...Object.fromEntries(perField),
    ...excluded,
  }
}

/** What is known of a digest. */
function artifactFields(digest: string, events: readonly SeedEvent[], all: readonly JudgedDocument[]): Omit<Fields, 'approval'> {
  const told = digest === '' ? [] : events.filter((event) => event.data.digest === digest)
  const documents = all.filter((document) => document.digest === digest)
  const kinds = [...KINDS, 'signature' as const].map((kind) => [kind, stateOf(kind, told, documents)] as const)
  const published = PUBLISHED.map((field) => [field, publishedState(field, told, documents)] as const)
  const isSigned = documents.some(({ status }) => status === 'verified')
  const fields = { ...Object.fromEntries([...kinds, ...published]), digest: digestState(digest, isSigned) } as Omit<Fields, 'approval'>
  // A signed statement signs for an artifact of which no signature was told.
  return fields.signature === 'absent' && isSigned ? { ...fields, signature: 'verified' } : fields
}

/** The best of the verdicts on a kind; a wrong signature outranks that somebody told of the document. */
function stateOf(kind: string, told: readonly SeedEvent[], documents: readonly JudgedDocument[]): State {
  const verdicts = documents.filter((document) => document.kind === kind).map(({ status }) => status)
  if (verdicts.includes('verified')) return 'verified'
  if (verdicts.includes('invalid')) return 'invalid'
  return told.some(({ type, data }) => type === 'artifact.attested' && data.kind === kind) ? 'present' : 'absent'
}

/** What was published is verified where a verified provenance statement says the same. */
function publishedState(field: (typeof PUBLISHED)[number], told: readonly SeedEvent[], documents: readonly JudgedDocument[]): State {
  const published = told.find(({ type }) => type === 'artifact.published')?.data[field === 'build' ? 'buildUrl' : field]
  if (published === undefined) return 'absent'
  const stated = documents.find(({ kind, status }) => kind === 'provenance' && status === 'verified')?.states[field]
  if (stated === undefined) return 'present'
  return stated === published ? 'verified' : 'invalid'
}

function digestState(digest: string, isSigned: boolean): State {
  if (digest === '') return 'absent'
  return isSigned ? 'verified' : 'present'
}

/** An approval that was granted; the word of a trusted source makes it verified. */
function approvalState(deployment: string, events: readonly SeedEvent[], trusted: ReadonlySet<string>): State {
  const asked = events.filter(({ type, data }) => type.startsWith('approval.') && data.deployment === deployment)
  const granted = events.filter(
    ({ type, data }) =>
      type === 'approval.decided' && data.decision === 'granted' && asked.some((request) => request.data.approval === data.approval),
  )
  if (granted.length === 0) return 'absent'
  return granted.some(({ source }) => trusted.has(source)) ? 'verified' : 'present'
}
