import { createHash, randomBytes } from 'node:crypto'

const PREFIX = 'wsk_'

/** 32 random bytes in base64url behind a prefix that secret scanners can know. */
export function newTokenSecret(): string {
  return PREFIX + newSecret()
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** How a secret of 32 random bytes is kept: at that length a plain hash cannot be searched. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
