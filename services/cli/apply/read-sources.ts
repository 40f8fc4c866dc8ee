import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CliError, exitCodes } from '../cli-error.js'

export type Source = { file: string; text: string }

const YAML = /\.ya?ml$/i

/** The text of every file that is named, of every YAML file in the folders that are named, and of what is piped in for `-`. */
export async function readSources(paths: readonly string[], readInput: () => Promise<string>): Promise<Source[]> {
  const sources: Source[] = []
  for (const path of paths) {
    if (path === '-') sources.push({ file: '(standard input)', text: await readInput() })
    else for (const file of await filesAt(path)) sources.push({ file, text: await readFile(file, 'utf8') })
  }
  return sources
}

async function filesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const files = entries.filter((entry) => entry.isFile() && YAML.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
    if (files.length === 0) throw new CliError(`There is no .yaml or .yml file in ${path}.`, exitCodes.usage)
    return files.sort()
  } catch (error) {
    if (error instanceof CliError) throw error
    throw new CliError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, exitCodes.usage)
  }
}
