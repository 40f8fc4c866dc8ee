export type AttestationKind = 'provenance' | 'signature' | 'sbom' | 'tests' | 'scan'

export const attestationKinds: readonly AttestationKind[] = ['provenance', 'signature', 'sbom', 'tests', 'scan']

export interface KindRule {
  predicateType: string
  kind: AttestationKind
}

const KNOWN: readonly [RegExp, AttestationKind][] = [
  [/^https:\/\/slsa\.dev\/provenance\/v[\d.]+$/, 'provenance'],
  [/^https:\/\/spdx\.dev\/Document(\/v?[\d.]+)?$/, 'sbom'],
  [/^https:\/\/cyclonedx\.org\/(bom|schema)(\/v?[\d.]+)?$/, 'sbom'],
  [/^https:\/\/in-toto\.io\/attestation\/test-result\/v[\d.]+$/, 'tests'],
  [/^https:\/\/in-toto\.io\/attestation\/vulns\/v[\d.]+$/, 'scan'],
  [/^https:\/\/slsa\.dev\/verification_summary\/v[\d.]+$/, 'scan'],
  [/^(https:\/\/)?cosign\.sigstore\.dev\/attestation\/vuln\/v[\d.]+$/, 'scan'],
  [/^https:\/\/sigstore\.dev\/cosign\/sign\/v[\d.]+$/, 'signature'],
]

/** What kind of attestation a predicate is, the workspace's own rules first; null if nobody said. */
export function kindOf(predicateType: string, rules: readonly KindRule[]): AttestationKind | null {
  const own = rules.find((rule) => rule.predicateType === predicateType)
  return own?.kind ?? KNOWN.find(([pattern]) => pattern.test(predicateType))?.[1] ?? null
}
