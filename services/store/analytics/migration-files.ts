import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** `checksum` is of the file's text as written, before anything is rendered from it. */
export type Migration = { number: number; name: string; checksum: string; statements: string[] }

/** The numbered SQL files of a directory in order. Numbers run from 1 without gaps. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  if (names.length === 0) throw new Error(`There are no migrations in ${directory}: files are named 0001_what_it_does.sql.`)
  return await Promise.all(names.map((name, index) => readMigration(directory, name, index + 1)))
}

async function readMigration(directory: string, name: string, expectedNumber: number): Promise<Migration> {
  const number = Number(name.slice(0, 4))
  if (number !== expectedNumber) throw new Error(`Migration ${name} should have the number ${expectedNumber}: they run from 1 without gaps.`)
  const text = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n')
  const statements = splitStatements(text)
  if (statements.length === 0) throw new Error(`Migration ${name} has no statement.`)
  return { number, name, checksum: createHash('sha256').update(text).digest('hex'), statements }
}

/** Statements end with a semicolon at the end of a line; lines that are comments belong to none. */
export function splitStatements(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
