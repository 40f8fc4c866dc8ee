import { createHash, generateKeyPairSync, sign } from 'node:crypto'

/** A certificate transparency log that takes in one certificate at a time (RFC 6962, 3.2). */
export interface CertificateLog {
  publicKey: Buffer
  logID: Buffer
  log(certificate: ArrayBuffer, issuer: ArrayBuffer): Promise<ArrayBuffer>
}

/** The one that comes with the mock writes timestamps that its own present dependencies no longer read. */
export function createCertificateLog(now: () => Date): CertificateLog {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const key = publicKey.export({ format: 'der', type: 'spki' })
  const logID = createHash('sha256').update(key).digest()
  return {
    publicKey: key,
    logID,
    log(certificate, issuer) {
      const body = bodyOf(Buffer.from(certificate))
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(BigInt(now().getTime()))
      const signed = Buffer.concat([Buffer.from([0, 0]), time, Buffer.from([0, 1]), Buffer.from(issuer), length(body, 3), body, Buffer.from([0, 0])])
      const signature = sign('sha256', signed, privateKey)
      const stamp = Buffer.concat([Buffer.from([0]), logID, time, Buffer.from([0, 0, 4, 3]), length(signature, 2), signature])
      const entry = Buffer.concat([length(stamp, 2), stamp])
      return Promise.resolve(Uint8Array.from(entry).buffer)
    },
  }
}

/** What of a certificate is signed: the first member of its outer sequence. */
function bodyOf(certificate: Buffer): Buffer {
  const start = headerOf(certificate, 0).size
  const inner = headerOf(certificate, start)
  return certificate.subarray(start, start + inner.size + inner.length)
}

function headerOf(der: Buffer, at: number): { size: number; length: number } {
  const first = der[at + 1] ?? 0
  if (first < 0x80) return { size: 2, length: first }
  const bytes = first & 0x7f
  return { size: 2 + bytes, length: der.readUIntBE(at + 2, bytes) }
}

function length(content: Buffer, bytes: number): Buffer {
  const prefix = Buffer.alloc(bytes)
  prefix.writeUIntBE(content.length, 0, bytes)
  return prefix
}
