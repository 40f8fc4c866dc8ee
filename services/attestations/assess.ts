import { createHash } from 'node:crypto'
import type { StatedOrigin } from '../domain/attestation.js'
import { canonicalJson } from '../domain/event.js'
import { DocumentError, type AttestationDocument } from './document.js'
import { kindOf, type AttestationKind } from './kinds.js'
import { originOf } from './origin.js'
import { readDocument } from './read-document.js'
import { short } from './statement.js'
import type { AttestationTrust } from './trust.js'
import { present, type Verdict } from './verdict.js'
import { verifyBundle } from './verify-bundle.js'
import { verifyEnvelope } from './verify-envelope.js'

/** A document read and judged. */
export interface Assessment extends Verdict {
  /** SHA-256 of the document in canonical JSON. */
  attestation: string
  kind: AttestationKind
  predicateType: string
  signed: boolean
  digests: readonly string[]
  origin: StatedOrigin
  /** The digest that the sender gave, if the document is about others. */
  mismatched: string | null
}

/** Reads and judges one document. `claimed` is the digest that the sender gave for it. Throws a DocumentError. */
export function assess(value: unknown, trust: AttestationTrust, claimed: string | null): Assessment {
  const document = readDocument(value)
  const { statement, form } = document
  const digests = statement.digests.length === 0 && form === 'sbom' && claimed !== null ? [claimed] : statement.digests
  if (digests.length === 0) throw new DocumentError('the document does not say which artifact it describes; give its digest as ?digest=sha256:…')
  const origin = originOf(statement)
  return {
    attestation: createHash('sha256').update(canonicalJson(value)).digest('hex'),
    kind: kindOfDocument(document, trust),
    predicateType: statement.predicateType,
    signed: form === 'dsse' || form === 'bundle',
    digests,
    origin,
    mismatched: claimed !== null && !digests.includes(claimed) ? claimed : null,
    ...judge(document, origin, trust),
  }
}

function kindOfDocument({ form, statement: { predicateType } }: AttestationDocument, { kinds }: AttestationTrust): AttestationKind {
  if (form === 'sbom') return 'sbom'
  if (predicateType === '') return 'signature'
  const kind = kindOf(predicateType, kinds)
  if (kind === null)
    throw new DocumentError(`the predicate type ${short(predicateType)} is of no known kind; say which in the settings of attestations`)
  return kind
}

function judge(document: AttestationDocument, origin: StatedOrigin, trust: AttestationTrust): Verdict {
  if (document.form === 'dsse') return verifyEnvelope(document.envelope, origin, trust.publicKeys)
  if (document.form === 'bundle') return verifyBundle(document.bundle, origin, trust)
  return present('It is not signed.')
}
