import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Problem } from '../problem.js'

const unzip = promisify(gunzip)

/** What a body becomes may be so many times as large as what may be sent. */
const GROWTH = 4

export function largestUncompressed(bodyLimitBytes: number): number {
  return bodyLimitBytes * GROWTH
}

/** The body without its gzip; one that grows past the limit is refused before it has grown. */
export async function unzipped(body: Buffer, encoding: string | undefined, bodyLimitBytes: number): Promise<Buffer> {
  if (isEncoded(encoding, 'identity')) return body
  if (!isEncoded(encoding, 'gzip')) throw new Problem(415, `Bodies are taken as they are or in gzip, not in ${encoding?.slice(0, 40)}.`)
  const most = largestUncompressed(bodyLimitBytes)
  try {
    return await unzip(body, { maxOutputLength: most })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem(413, `The body is larger than ${most} bytes once unzipped.`)
    throw new Problem(400, 'The body is not gzip, as its content-encoding says.')
  }
}

/** Names of encodings have no case; a body without one is plain. */
export function isEncoded(encoding: string | undefined, name: 'identity' | 'gzip' | 'snappy'): boolean {
  return (encoding ?? 'identity').trim().toLowerCase() === name
}
