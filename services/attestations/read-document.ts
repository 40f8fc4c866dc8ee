import { readJson, readUtf8 } from '../integrations/events/json.js'
import { decodeBase64 } from './base64.js'
import { digestOf } from './digest.js'
import { DocumentError, isRecord, listOf, recordOf, textOf, type AttestationDocument, type DsseEnvelope, type Statement } from './document.js'
import { isSbom, readSbom } from './sbom.js'
import { isStatement, readStatement, short } from './statement.js'

const IN_TOTO = 'application/vnd.in-toto+json'
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\+json;version=0\.[1-3]|\.v0\.3\+json)$/
const MAX_SIGNATURES = 32

/** Recognises a document by its form and reads what it says. Throws a DocumentError that says what is wrong with it. */
export function readDocument(value: unknown): AttestationDocument {
  if (!isRecord(value)) throw new DocumentError('a document must be an object')
  if (typeof value.mediaType === 'string' && value.mediaType.includes('sigstore.bundle')) return readBundle(value)
  if ('payload' in value && 'signatures' in value) return readEnvelope(value)
  if (isStatement(value)) return { form: 'statement', statement: readStatement(value) }
  if (isSbom(value)) return { form: 'sbom', statement: readSbom(value) }
  throw new DocumentError('this is no in-toto statement, DSSE envelope, Sigstore bundle, CycloneDX or SPDX document')
}

function readEnvelope(value: Record<string, unknown>): AttestationDocument {
  const envelope = envelopeOf(value)
  return { form: 'dsse', statement: statementOf(envelope), envelope }
}

function readBundle(value: Record<string, unknown>): AttestationDocument {
  if (!BUNDLE.test(textOf(value.mediaType))) throw new DocumentError(`${short(value.mediaType)} is not known here; bundles 0.1 to 0.3 are`)
  if (isRecord(value.dsseEnvelope)) return { form: 'bundle', statement: statementOf(envelopeOf(value.dsseEnvelope)), bundle: value }
  if (isRecord(value.messageSignature)) return { form: 'bundle', statement: signedDigest(value.messageSignature), bundle: value }
  throw new DocumentError('the bundle has neither a dsseEnvelope nor a messageSignature')
}

function envelopeOf(value: Record<string, unknown>): DsseEnvelope {
  const payload = decodeBase64(textOf(value.payload))
  if (payload === null || payload.length === 0) throw new DocumentError('payload is not base64, or is empty')
  const signatures = listOf(value.signatures)
  if (signatures.length > MAX_SIGNATURES) throw new DocumentError(`signatures has more than ${MAX_SIGNATURES} entries`)
  return {
    payloadType: textOf(value.payloadType),
    payload,
    signatures: signatures.map(recordOf).map(({ keyid, sig }) => ({ keyid: textOf(keyid), sig: decodeBase64(textOf(sig)) ?? Buffer.alloc(0) })),
  }
}

function statementOf({ payloadType, payload }: DsseEnvelope): Statement {
  if (payloadType !== IN_TOTO) throw new DocumentError(`payloadType must be ${IN_TOTO}, not ${short(payloadType)}`)
  const text = readUtf8(payload)
  if (!text.ok) throw new DocumentError('payload is not valid UTF-8')
  const json = readJson(text.value)
  if (!json.ok) throw new DocumentError(`payload is ${json.error}`)
  return readStatement(json.value)
}

/** A signature over the artifact itself: its digest is the one that was signed. */
function signedDigest({ messageDigest }: Record<string, unknown>): Statement {
  const { algorithm, digest } = recordOf(messageDigest)
  const bytes = decodeBase64(textOf(digest))
  const name = textOf(algorithm) === '' ? 'sha256' : textOf(algorithm).replace(/^SHA2_/, 'sha')
  const signed = bytes === null ? null : digestOf(name, bytes.toString('hex'))
  if (signed === null) throw new DocumentError('messageSignature.messageDigest is no digest that is known here')
  return { predicateType: '', digests: [signed], predicate: null }
}
