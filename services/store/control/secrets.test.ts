import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSecretKey, openSecret, sealSecret, SecretKeyRefused } from './secrets.js'

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'secrets-'))
})

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

const key = randomBytes(32)

describe('sealed secrets', () => {
  it('open again, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, purpose) => {
        expect(openSecret(key, sealSecret(key, secret, purpose), purpose)).toBe(secret)
      }),
      { numRuns: 200 },
    )
  })

  it('differ each time and do not show the secret', () => {
    const [one, other] = [sealSecret(key, 'hush-hush', 'github/shop'), sealSecret(key, 'hush-hush', 'github/shop')]
    expect(one.equals(other)).toBe(false)
    expect(one.includes('hush')).toBe(false)
  })

  it('do not open with another key, for another purpose, or with any byte changed', () => {
    const sealed = sealSecret(key, 'hush', 'github/shop')
    expect(() => openSecret(randomBytes(32), sealed, 'github/shop')).toThrow(SecretKeyRefused)
    expect(() => openSecret(key, sealed, 'github/other')).toThrow(SecretKeyRefused)
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed[index]! ^= 1
      expect(() => openSecret(key, changed, 'github/shop')).toThrow(SecretKeyRefused)
    }
    for (const length of sealed.keys()) {
      expect(() => openSecret(key, sealed.subarray(0, length), 'github/shop')).toThrow(SecretKeyRefused)
    }
  })
})

describe('the key', () => {
  it('is made once, for its owner alone', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => loadSecretKey({ directory: root })))
    expect(keys[0]).toHaveLength(32)
    expect(keys.every((other) => other.equals(keys[0]!))).toBe(true)
    expect((await stat(join(root, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  it('may be given, in base64 or hex, and then makes no file', async () => {
    const directory = await mkdtemp(join(root, 'given-'))
    for (const provided of [key.toString('base64'), ` ${key.toString('hex')}\n`]) {
      expect(await loadSecretKey({ directory, provided })).toEqual(key)
    }
    await expect(readFile(join(directory, 'secret.key'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is refused when it is not one', async () => {
    await expect(loadSecretKey({ directory: root, provided: 'short' })).rejects.toThrow(/32 bytes/)
    const directory = await mkdtemp(join(root, 'broken-'))
    await writeFile(join(directory, 'secret.key'), '')
    await expect(loadSecretKey({ directory })).rejects.toThrow(SecretKeyRefused)
  })
})
