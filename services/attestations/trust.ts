import { createPublicKey } from 'node:crypto'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { normaliseRepository } from '../domain/event.js'
import { checkPattern } from './identity-pattern.js'
import { attestationKinds, type KindRule } from './kinds.js'

export interface TrustedIdentity {
  /** The OpenID issuer of the certificate, word for word. */
  issuer: string
  /** An expression that the whole identity must match. */
  identity: string
  /** If given, the repositories that it may speak for, as host/owner/name. */
  repositories: readonly string[] | null
}

export interface TrustedKey {
  id: string
  pem: string
  repositories: readonly string[] | null
}

/** A source whose own verdicts are believed, and the tokens that may speak under it. */
export interface TrustedSource {
  source: string
  senders: readonly string[]
}

/** Whom a workspace believes about its artifacts. */
export interface AttestationTrust {
  /** Goes up with every change, so that later verdicts outrank earlier ones. */
  version: number
  identities: readonly TrustedIdentity[]
  publicKeys: readonly TrustedKey[]
  /** A Sigstore trusted root as JSON, or a list of them, of which one is enough; null is the public one that comes with Windsock. */
  trustedRoot: unknown
  sources: readonly TrustedSource[]
  kinds: readonly KindRule[]
}

export const noTrust: AttestationTrust = { version: 0, identities: [], publicKeys: [], trustedRoot: null, sources: [], kinds: [] }

const MAX_ENTRIES = 200
const MOST_ROOTS = 20

/** What is wrong with a configuration, each with its path; nothing if it can be put in force. */
export function checkTrust(trust: Omit<AttestationTrust, 'version'>): { path: string; message: string }[] {
  const lists = ['identities', 'publicKeys', 'sources', 'kinds'] as const
  return [
    ...lists
      .filter((list) => trust[list].length > MAX_ENTRIES)
      .map((list) => ({ path: list, message: `${list} must not have more than ${MAX_ENTRIES} entries` })),
    ...trust.identities.flatMap((entry, index) => within(`identities.${index}`, checkIdentity(entry))),
    ...trust.publicKeys.flatMap((entry, index) => within(`publicKeys.${index}`, checkKey(entry))),
    ...trust.sources.flatMap((entry, index) => within(`sources.${index}`, checkSource(entry))),
    ...trust.kinds.flatMap((entry, index) => within(`kinds.${index}`, checkKind(entry))),
    ...(trust.trustedRoot === null || readRoots(trust.trustedRoot)
      ? []
      : [{ path: 'trustedRoot', message: `trustedRoot is no Sigstore trusted root, nor a list of 1 to ${MOST_ROOTS} of them` }]),
  ]
}

/** Repositories in the form in which statements are compared with them. */
export function normaliseTrust(trust: AttestationTrust): AttestationTrust {
  const tidy = <T extends { repositories: readonly string[] | null }>(entry: T): T => ({
    ...entry,
    repositories: entry.repositories?.map(normaliseRepository) ?? null,
  })
  return { ...trust, identities: trust.identities.map(tidy), publicKeys: trust.publicKeys.map(tidy) }
}

/** Trusted roots from their JSON, or null. */
export function readRoots(json: unknown): TrustedRoot[] | null {
  const given = Array.isArray(json) ? json : [json]
  const roots = given.map(readRoot).filter((root) => root !== null)
  return given.length > 0 && given.length <= MOST_ROOTS && roots.length === given.length ? roots : null
}

function readRoot(json: unknown): TrustedRoot | null {
  try {
    const root = TrustedRoot.fromJSON(json)
    return root.certificateAuthorities.length + root.tlogs.length > 0 ? root : null
  } catch {
    return null
  }
}

function within(path: string, errors: [string, string][]): { path: string; message: string }[] {
  return errors.map(([field, message]) => ({ path: `${path}.${field}`, message: `${field} ${message}` }))
}

function checkIdentity({ issuer, identity }: TrustedIdentity): [string, string][] {
  const problem = checkPattern(identity)
  return [
    ...(isText(issuer) ? [] : [['issuer', 'must not be empty'] as [string, string]]),
    ...(problem === null ? [] : [['identity', problem] as [string, string]]),
  ]
}

function checkKey({ id, pem }: TrustedKey): [string, string][] {
  if (!isText(id)) return [['id', 'must not be empty']]
  return isPublicKey(pem) ? [] : [['pem', 'must be a public key in PEM: ECDSA, Ed25519, or RSA of at least 2048 bits']]
}

function checkSource({ source, senders }: TrustedSource): [string, string][] {
  if (!isText(source) || source.startsWith('windsock/')) return [['source', 'must not be empty, nor begin with windsock/']]
  return senders.length > 0 && senders.every(isText) ? [] : [['senders', 'must name the tokens that may speak under it']]
}

function checkKind({ predicateType, kind }: KindRule): [string, string][] {
  if (!isText(predicateType)) return [['predicateType', 'must not be empty']]
  return attestationKinds.includes(kind) ? [] : [['kind', `must be one of ${attestationKinds.join(', ')}`]]
}

function isPublicKey(pem: string): boolean {
  if (/PRIVATE KEY/.test(pem)) return false
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem)
    if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
    return asymmetricKeyType === 'ec' || asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

function isText(value: string): boolean {
  return value.trim() !== '' && value.length <= 2_000
}
