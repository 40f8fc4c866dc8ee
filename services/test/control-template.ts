import { readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Where tests keep the one empty embedded database that theirs are copied from; it outlives them. */
export function controlTemplate(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { dependencies: Record<string, string> }
  return join(tmpdir(), `control-template-${manifest.dependencies['@electric-sql/pglite']}-${userInfo().uid}`)
}
