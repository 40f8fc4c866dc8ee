import { existsSync } from 'node:fs'

/** A script beside this file: as written here, or as the build has named it. */
export function scriptBeside(name: string): URL {
  const source = new URL(`./${name}.mjs`, import.meta.url)
  return existsSync(source) ? source : new URL(`./${name}.js`, import.meta.url)
}
