import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmod, link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export class SecretKeyRefused extends Error {
  override readonly name = 'SecretKeyRefused'
}

const version = 1
const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16]

/**
 * The key under which secrets are kept: `provided` (32 bytes in base64 or hex), or else the one in the data directory's
 * `secret.key`, which is made on first use and readable by its owner alone.
 */
export async function loadSecretKey(options: { directory: string; provided?: string }): Promise<Buffer> {
  if (options.provided) return parseKey(options.provided, 'The secret key given')
  const path = join(options.directory, 'secret.key')
  const existing = await readFile(path, 'utf8').catch(absent)
  const text = existing ?? (await createKeyFile(options.directory, path))
  await chmod(path, 0o600)
  return parseKey(text, `The secret key in ${path}`)
}

function parseKey(text: string, what: string): Buffer {
  const trimmed = text.trim()
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64')
  if (key.length !== keyBytes) throw new SecretKeyRefused(`${what} is not ${keyBytes} bytes in base64 or hex.`)
  return key
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

// Written and flushed under another name first: a key file is whole or not there.
async function createKeyFile(directory: string, path: string): Promise<string> {
  const draft = join(directory, `.key-${randomBytes(6).toString('hex')}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`)
    await file.sync()
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
  return await readFile(path, 'utf8')
}

/** AES-256-GCM. `purpose`, such as the place the secret is for, must be the same when it is opened. */
export function sealSecret(key: Buffer, secret: string, purpose: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed])
}

/** Throws `SecretKeyRefused` for another key, another purpose, or bytes that were changed. */
export function openSecret(key: Buffer, sealed: Buffer, purpose: string): string {
  const body = 1 + nonceBytes + tagBytes
  if (sealed.length < body || sealed[0] !== version) throw new SecretKeyRefused('The sealed secret is not of a known form.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(1 + nonceBytes, body))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]).toString('utf8')
  } catch (error) {
    throw new SecretKeyRefused('The secret cannot be opened with this key.', { cause: error })
  }
}
