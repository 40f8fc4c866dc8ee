import { listOf, recordOf, textOf } from './document.js'

const LENGTHS: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128, sha1: 40, md5: 32 }

/** `algorithm:hex` as Windsock keeps it, or null. */
export function digestOf(algorithm: string, hex: string): string | null {
  const name = algorithm.toLowerCase().replace(/[^a-z0-9]/g, '')
  const length = LENGTHS[name]
  const value = hex.trim().toLowerCase()
  return length !== undefined && value.length === length && /^[0-9a-f]+$/.test(value) ? `${name}:${value}` : null
}

/** Reads a digest as a sender writes it, such as sha256:…. */
export function readDigest(text: string): string | null {
  const colon = text.indexOf(':')
  return colon < 1 ? null : digestOf(text.slice(0, colon), text.slice(colon + 1))
}

/**
 * The digests by which one thing is known: the SHA-256 if there is one, else every other. Registries go by SHA-256, so
 * the rest beside it would only be listed as matching nothing.
 */
export function digestsOfSet(digests: readonly (string | null)[]): string[] {
  const known = [...new Set(digests.filter((digest) => digest !== null))]
  const best = known.filter((digest) => digest.startsWith('sha256:'))
  return best.length > 0 ? best : known
}

/** Of a list of `{ alg, content }`, by whatever names the format gives them. */
export function digestsOfList(list: unknown, algorithm: string, value: string): string[] {
  return digestsOfSet(listOf(list).map((entry) => digestOf(textOf(recordOf(entry)[algorithm]), textOf(recordOf(entry)[value]))))
}
