import { X509Certificate } from 'node:crypto'
import type { Bundle } from '@sigstore/bundle'
import { toSignedEntity, type Signer, type Verifier } from '@sigstore/verify'
import { readJson } from '../integrations/events/json.js'
import { decodeBase64 } from './base64.js'
import { recordOf, textOf } from './document.js'

/**
 * Checks a signature over an artifact whose bytes are not here: everything but the signature itself is checked as for any
 * bundle, and that one by the log, which takes in an entry of this kind only if its signature is good. So the entry must
 * name this very digest, signature and certificate. Throws if it does not.
 */
export function verifyArtifactSignature(bundle: Bundle, verifier: Verifier): Signer {
  const entity = toSignedEntity(bundle)
  const { signature } = entity
  return verifier.verify({
    ...entity,
    signature: {
      signature: signature.signature,
      compareSignature: (other) => signature.compareSignature(other),
      compareDigest: (other) => signature.compareDigest(other),
      verifySignature: () => isLoggedWithItsCertificate(bundle),
    },
  })
}

function isLoggedWithItsCertificate({ verificationMaterial }: Bundle): boolean {
  const { content, tlogEntries } = verificationMaterial
  const certificate =
    content.$case === 'certificate'
      ? content.certificate
      : content.$case === 'x509CertificateChain'
        ? content.x509CertificateChain.certificates[0]
        : undefined
  if (!certificate || tlogEntries.length === 0) return false
  return tlogEntries.every(({ canonicalizedBody }) => loggedCertificate(canonicalizedBody)?.equals(certificate.rawBytes) === true)
}

/** The certificate in an entry of the kind hashedrekord 0.0.1; of other kinds the log does not vouch in this way. */
function loggedCertificate(body: Buffer): Buffer | null {
  const json = readJson(body.toString('utf8'))
  const { kind, apiVersion, spec } = recordOf(json.ok ? json.value : null)
  if (kind !== 'hashedrekord' || apiVersion !== '0.0.1') return null
  const pem = decodeBase64(textOf(recordOf(recordOf(recordOf(spec).signature).publicKey).content))
  try {
    return pem === null ? null : new X509Certificate(pem).raw
  } catch {
    return null
  }
}
