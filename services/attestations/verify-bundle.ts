import { createRequire } from 'node:module'
import { bundleFromJSON, type Bundle } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier, type Signer } from '@sigstore/verify'
import type { StatedOrigin } from '../domain/attestation.js'
import { normaliseRepository } from '../domain/event.js'
import { decodeBase64 } from './base64.js'
import { recordOf, textOf } from './document.js'
import { matchesWhole } from './identity-pattern.js'
import { readRoots, type AttestationTrust } from './trust.js'
import { invalid, maySpeakFor, present, verified, type Verdict } from './verdict.js'
import { verifyArtifactSignature } from './verify-artifact-signature.js'
import { verifyEnvelope } from './verify-envelope.js'

const require = createRequire(import.meta.url)
const SOURCE_REPOSITORY = '1.3.6.1.4.1.57264.1.12'

/**
 * Checks a Sigstore bundle without asking anyone: the certificate against the trusted root at the time of signing, the
 * entry in the transparency log, the signature, and then who signed against those whom the workspace trusts.
 */
export function verifyBundle(json: Record<string, unknown>, origin: StatedOrigin, trust: AttestationTrust): Verdict {
  const bundle = parse(json)
  if (bundle === null) return invalid('The bundle lacks something that its version must have.')
  if (!saysTheSame(bundle, json)) return invalid('The bundle holds another payload than the one that is signed.')
  if (bundle.verificationMaterial.content.$case === 'publicKey') return withKey(bundle, origin, trust)
  const failures: string[] = []
  for (const root of rootsOf(trust)) {
    try {
      return judge(verify(bundle, verifierOf(root)), origin, trust)
    } catch (error) {
      failures.push((error as Error).message)
    }
  }
  return invalid(`The bundle does not verify: ${[...new Set(failures)].join('; ') || 'the configured trusted root cannot be read'}`)
}

function verify(bundle: Bundle, { verifier, hasLog }: RootVerifier): Signer {
  if (bundle.content.$case !== 'messageSignature') return verifier.verify(toSignedEntity(bundle))
  if (!hasLog) throw new Error('the trusted root has no log, which alone can vouch for a signature over bytes that are not here')
  return verifyArtifactSignature(bundle, verifier)
}

function parse(json: Record<string, unknown>): Bundle | null {
  try {
    return bundleFromJSON(json)
  } catch {
    return null
  }
}

/** A bundle must not carry one payload to be read and another to be verified. */
function saysTheSame(bundle: Bundle, json: Record<string, unknown>): boolean {
  if ('dsseEnvelope' in json && 'messageSignature' in json) return false
  if (bundle.content.$case !== 'dsseEnvelope') return true
  const { payload, payloadType } = recordOf(json.dsseEnvelope)
  const { dsseEnvelope } = bundle.content
  return dsseEnvelope.payloadType === payloadType && decodeBase64(textOf(payload))?.equals(dsseEnvelope.payload) === true
}

/** A bundle signed with a key of its own is as good as its envelope. */
function withKey(bundle: Bundle, origin: StatedOrigin, { publicKeys }: AttestationTrust): Verdict {
  if (bundle.content.$case !== 'dsseEnvelope')
    return present('A signature with a key over the artifact itself can only be checked with its bytes, which are not sent here.')
  const { payloadType, payload, signatures } = bundle.content.dsseEnvelope
  return verifyEnvelope({ payloadType, payload, signatures }, origin, publicKeys)
}

type RootVerifier = { verifier: Verifier; hasLog: boolean }

const roots = new WeakMap<AttestationTrust, readonly TrustedRoot[]>()
const verifiers = new WeakMap<TrustedRoot, RootVerifier>()

/** Those of which one is enough; none where they cannot be read. They are parsed once for all documents of a request. */
function rootsOf(trust: AttestationTrust): readonly TrustedRoot[] {
  const known = roots.get(trust) ?? (trust.trustedRoot === null ? [publicRoot()] : (readRoots(trust.trustedRoot) ?? []))
  roots.set(trust, known)
  return known
}

/**
 * An instance without logs, such as GitHub's for private repositories, tells by a signed timestamp alone when a certificate was
 * used. Where there are logs, an entry and the certificate's own are required. Throws where a certificate cannot be read.
 */
function verifierOf(root: TrustedRoot): RootVerifier {
  const known = verifiers.get(root)
  if (known) return known
  const [tlogThreshold, ctlogThreshold] = [root.tlogs, root.ctlogs].map(({ length }) => Math.min(length, 1))
  const made = { verifier: new Verifier(toTrustMaterial(root), { tlogThreshold, ctlogThreshold }), hasLog: tlogThreshold === 1 }
  verifiers.set(root, made)
  return made
}

let embedded: TrustedRoot | undefined

/** The root of the public Sigstore instance as it was when the library was released. */
function publicRoot(): TrustedRoot {
  if (embedded === undefined) {
    const seeds = require('@sigstore/tuf/seeds.json') as Record<string, { targets: Record<string, string> }>
    const target = Object.values(seeds)[0]?.targets['trusted_root.json'] ?? ''
    embedded = TrustedRoot.fromJSON(JSON.parse(Buffer.from(target, 'base64').toString('utf8')))
  }
  return embedded
}

function judge({ identity }: Signer, origin: StatedOrigin, { identities }: AttestationTrust): Verdict {
  const issuer = identity?.extensions?.issuer ?? ''
  const subject = identity?.subjectAlternativeName ?? ''
  const by = { issuer, identity: subject }
  const known = identities.filter((entry) => entry.issuer === issuer && matchesWhole(entry.identity, subject))
  if (known.length === 0)
    return invalid(`The signature is good, but ${subject || 'its signer'} of ${issuer || 'no issuer'} is not trusted in this workspace.`, by)
  const certified = certifiedRepository(identity)
  if (!known.some(({ repositories }) => maySpeakFor(repositories, [origin.repository, certified]))) {
    return invalid(`${subject} is not trusted for ${origin.repository ?? certified ?? 'a statement that names no repository'}.`, by)
  }
  return verified('The certificate, the log entry and the signature verify, and the signer is trusted.', by)
}

/** The repository for which the certificate was given, if it says. */
function certifiedRepository(identity: Signer['identity']): string | null {
  const extension = identity?.oids?.find(({ oid }) => oid?.id.join('.') === SOURCE_REPOSITORY)
  if (!extension) return null
  // A UTF8String in DER: tag, length, text; the library gives the value of the outer string.
  const text = extension.value.toString('utf8')
  const start = text.indexOf('http')
  return start < 0 ? null : normaliseRepository(text.slice(start))
}
