import { believedProvenance, stateOfKind, type StatedOrigin } from './attestation.js'
import type { ArtifactFact, FieldState } from './facts.js'

export type ProvenanceField =
  | 'commit'
  | 'repository'
  | 'build'
  | 'builder'
  | 'digest'
  | 'signature'
  | 'provenance'
  | 'sbom'
  | 'tests'
  | 'scan'
  | 'approval'

/**
 * How far each field of an artifact's provenance is proven. What the publisher said is `present`; a verified provenance
 * statement of the same digest that carries the same value makes it `verified`, one that carries another makes it `invalid`.
 */
export function provenanceOf(artifact: ArtifactFact | null, approval: FieldState = 'absent'): Record<ProvenanceField, FieldState> {
  const attestations = artifact?.attestations ?? []
  const state = (kind: string) => stateOfKind(attestations, kind)
  return {
    commit: statedState(artifact, artifact?.commit, 'commit', sameCommit),
    repository: statedState(artifact, artifact?.repository, 'repository', sameText),
    build: statedState(artifact, artifact?.buildUrl, 'buildUrl', sameBuild),
    builder: statedState(artifact, artifact?.builder, 'builder', sameBuilder),
    digest: digestState(artifact),
    signature: signatureState(artifact),
    provenance: state('provenance'),
    sbom: state('sbom'),
    tests: state('tests'),
    scan: state('scan'),
    approval,
  }
}

type Same = (a: string, b: string) => boolean | null

function statedState(artifact: ArtifactFact | null, value: string | null | undefined, field: keyof StatedOrigin, same: Same): FieldState {
  if (!artifact || !value) return 'absent'
  const verified = believedProvenance(artifact.attestations).filter(({ status }) => status === 'verified')
  const answers = verified.flatMap(({ origin }) => (origin[field] === null ? [] : [same(value, origin[field])]))
  if (answers.includes(true)) return 'verified'
  return answers.includes(false) ? 'invalid' : 'present'
}

/** The digest is verified once anything signed and verified binds itself to it. */
function digestState(artifact: ArtifactFact | null): FieldState {
  if (!artifact || artifact.digest === '') return 'absent'
  return effective(artifact).some(({ status }) => status === 'verified') ? 'verified' : 'present'
}

/** A signed statement about the digest signs for the artifact, so a bare signature is not asked for beside it. */
function signatureState(artifact: ArtifactFact | null): FieldState {
  const own = stateOfKind(artifact?.attestations ?? [], 'signature')
  if (!artifact || own !== 'absent') return own
  const signed = effective(artifact).filter((attestation) => attestation.signed)
  if (signed.some(({ status }) => status === 'verified')) return 'verified'
  if (signed.some(({ status }) => status === 'invalid')) return 'invalid'
  return signed.length > 0 ? 'present' : 'absent'
}

/** The attestation that decides each kind. */
function effective({ attestations }: ArtifactFact): ArtifactFact['attestations'] {
  return attestations.filter(({ kind }, index) => attestations.findIndex((other) => other.kind === kind) === index)
}

function sameText(a: string, b: string): boolean {
  return a === b
}

/** Commits may be shortened. */
function sameCommit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/** Builders name the attempt, publishers often only the run. */
function sameBuild(a: string, b: string): boolean {
  return withoutAttempt(a) === withoutAttempt(b)
}

function withoutAttempt(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/attempts\/\d+$/, '')
}

/** A name such as `github-actions` and the address of a builder cannot be compared: neither confirms the other. */
function sameBuilder(a: string, b: string): boolean | null {
  if (a === b) return true
  return a.includes('://') === b.includes('://') ? false : null
}
