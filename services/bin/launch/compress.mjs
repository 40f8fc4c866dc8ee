import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** A smaller file is a packet on the wire as it is. */
const LEAST_BYTES = 1024

/** Writes each text file below a folder as Brotli (`.br`) and gzip (`.gz`) beside it, for browsers to be sent. */
export async function compressBelow(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css|html|txt|svg)$/.test(name))
  await Promise.all(names.map((name) => compress(join(folder, name))))
}

async function compress(path) {
  const text = await readFile(path)
  if (text.length < LEAST_BYTES) return
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  const [small, older] = await Promise.all([brotli(text, { params }), deflate(text, { level: constants.Z_BEST_COMPRESSION })])
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, older)])
}
