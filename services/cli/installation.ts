import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout, found from source as well as from dist. */
export const installationRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

export function installedVersion(): string {
  return (JSON.parse(readFileSync(join(installationRoot, 'package.json'), 'utf8')) as { version: string }).version
}

export function neededNodeVersion(): string {
  const { engines } = JSON.parse(readFileSync(join(installationRoot, 'package.json'), 'utf8')) as { engines: { node: string } }
  return engines.node.replace('>=', '')
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'schemas', 'graphql'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The folder schemas/graphql is missing beside the services.')
  return findRoot(parent)
}
