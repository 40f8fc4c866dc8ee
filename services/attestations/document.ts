import type { StatedOrigin } from '../domain/attestation.js'

/** Why a document cannot be taken, in words for its sender. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

/** What a document says about artifacts. */
export interface Statement {
  /** Empty where the document is bare, as an SBOM by itself or a signature. */
  predicateType: string
  /** Digests as algorithm:hex in lower case, each once. */
  digests: readonly string[]
  predicate: unknown
}

export interface DsseSignature {
  keyid: string
  sig: Buffer
}

export interface DsseEnvelope {
  payloadType: string
  payload: Buffer
  signatures: readonly DsseSignature[]
}

/** A document whose form is known; what it is signed with is not looked at yet. */
export type AttestationDocument =
  | { form: 'statement'; statement: Statement }
  | { form: 'sbom'; statement: Statement }
  | { form: 'dsse'; statement: Statement; envelope: DsseEnvelope }
  | { form: 'bundle'; statement: Statement; bundle: Record<string, unknown> }

export const NO_ORIGIN: StatedOrigin = { repository: null, commit: null, builder: null, buildUrl: null }

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
