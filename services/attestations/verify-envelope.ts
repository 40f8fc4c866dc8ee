import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { StatedOrigin } from '../domain/attestation.js'
import type { DsseEnvelope } from './document.js'
import type { TrustedKey } from './trust.js'
import { invalid, maySpeakFor, verified, type Verdict } from './verdict.js'

/** Checks a DSSE envelope against the configured keys: one good signature by a key that may speak for the repository is enough. */
export function verifyEnvelope(envelope: DsseEnvelope, origin: StatedOrigin, keys: readonly TrustedKey[]): Verdict {
  if (envelope.signatures.length === 0) return invalid('The envelope carries no signature.')
  if (keys.length === 0) return invalid('No public key is trusted in this workspace yet, so the signature cannot be verified.')
  const signed = preAuthentication(envelope)
  const signers = keys.filter((key) => envelope.signatures.some(({ sig }) => isSignature(key, signed, sig)))
  const signer = signers.find((key) => maySpeakFor(key.repositories, [origin.repository]))
  if (signer) return verified(`Signed with the trusted key ${signer.id}.`, { identity: signer.id })
  const [other] = signers
  if (other)
    return invalid(`The key ${other.id} is not trusted for ${origin.repository ?? 'a statement that names no repository'}.`, { identity: other.id })
  return invalid('No signature of the envelope verifies with a trusted public key.')
}

/** What a DSSE signature is over: the type and the payload, each with its length. */
function preAuthentication({ payloadType, payload }: DsseEnvelope): Buffer {
  const type = Buffer.from(payloadType)
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload])
}

function isSignature({ pem }: TrustedKey, signed: Buffer, signature: Buffer): boolean {
  if (signature.length === 0) return false
  try {
    const key = createPublicKey(pem)
    return waysOf(key).some(({ hash, options }) => verify(hash, signed, { key, ...options }, signature))
  } catch {
    return false
  }
}

interface Way {
  hash: string | null
  options?: { padding: number; saltLength?: number }
}

/** Signers agree neither on the hash of the larger curves nor on the padding of RSA. */
function waysOf(key: KeyObject): Way[] {
  if (key.asymmetricKeyType === 'ed25519') return [{ hash: null }]
  if (key.asymmetricKeyType === 'rsa') {
    const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    return [
      { hash: 'sha256', options: { padding: constants.RSA_PKCS1_PADDING } },
      { hash: 'sha256', options: pss },
    ]
  }
  const ofCurve: Record<string, string> = { secp384r1: 'sha384', secp521r1: 'sha512' }
  const own = ofCurve[key.asymmetricKeyDetails?.namedCurve ?? '']
  return [{ hash: 'sha256' }, ...(own === undefined ? [] : [{ hash: own }])]
}
