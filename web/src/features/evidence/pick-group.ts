import type { EvidenceQuery } from '../../generated/graphql.js'

export type EvidenceGroup = EvidenceQuery['metrics'][number]['groups'][number]
export type EvidenceRecord = EvidenceGroup['total']['evidence']['edges'][number]['node']

/** With a wanted dimension value (null: the group without one), that group; else the only one. */
export function pickGroup(groups: readonly EvidenceGroup[], wanted: string | null | undefined): EvidenceGroup | undefined {
  if (wanted === undefined) return groups[0]
  return groups.find(({ dimensions }) => (dimensions[0]?.value ?? null) === wanted)
}
