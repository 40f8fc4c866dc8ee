import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, found from source as well as from dist. */
export const rootDirectory = findRoot(dirname(fileURLToPath(import.meta.url)))

export const version = readVersion()

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'schemas', 'graphql'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The folder schemas/graphql is missing beside the services.')
  return findRoot(parent)
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(rootDirectory, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}
