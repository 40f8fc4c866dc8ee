import type { SeedEvent } from '../http/seed-event.js'
import { productionDeployments, split, type Answers, type Scope } from './naive-scope.js'

const FIELDS = ['commit', 'repository', 'build', 'builder', 'digest', 'signature', 'provenance', 'sbom', 'tests', 'scan', 'approval'] as const

/** Nothing in the data set was verified, so nothing is complete; each field is present or absent. */
export function provenanceCompleteness(events: readonly SeedEvent[], scope: Scope): Answers {
  const { counted, excluded } = split(productionDeployments(events, scope), ({ outcome }) => (outcome === 'succeeded' ? null : 'not_succeeded'))
  const held = counted.map(({ id, digest }) => fieldsOf(id, digest, events))
  const perField = FIELDS.flatMap((field) => {
    const present = held.filter((fields) => fields.has(field)).length
    return [
      [`${field}.present`, present],
      [`${field}.absent`, held.length - present],
    ]
  })
  return {
    value: counted.length === 0 ? null : 0,
    n: counted.length,
    complete: 0,
    withoutDigest: counted.filter(({ digest }) => digest === '').length,
    ...Object.fromEntries(perField),
    ...excluded,
  }
}

/** What is known of a digest, and whether its deployment was approved. */
function fieldsOf(deployment: string, digest: string, events: readonly SeedEvent[]): Set<string> {
  const fields = new Set(digest === '' ? [] : ['digest'])
  for (const { type, data } of digest === '' ? [] : events.filter((event) => event.data.digest === digest)) {
    if (type === 'artifact.published') for (const field of ['commit', 'repository', 'build', 'builder']) fields.add(field)
    if (type === 'artifact.attested') fields.add(String(data.kind))
  }
  const asked = events.filter(({ type, data }) => type.startsWith('approval.') && data.deployment === deployment)
  if (asked.some(({ data }) => isGranted(String(data.approval), events))) fields.add('approval')
  return fields
}

function isGranted(approval: string, events: readonly SeedEvent[]): boolean {
  return events.some(({ type, data }) => type === 'approval.decided' && data.approval === approval && data.decision === 'granted')
}
