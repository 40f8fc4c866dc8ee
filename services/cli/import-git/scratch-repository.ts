import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type ScratchRepository = ReturnType<typeof createScratchRepository>

const HOUR = 3600
const START = Date.UTC(2026, 0, 1) / 1000

/** A real git repository in a new directory, for tests; its clock is in hours since 2026-01-01 and set by each call. */
export function createScratchRepository(name = 'shop') {
  const root = mkdtempSync(join(tmpdir(), 'windsock-git-'))
  const path = join(root, name)
  mkdirSync(path)
  const git = (args: readonly string[], hours = 0): string => {
    const date = `${START + Math.round(hours * HOUR)} +0200`
    const person = (role: string) => ({
      [`GIT_${role}_NAME`]: 'author-1',
      [`GIT_${role}_EMAIL`]: 'author-1@example.invalid',
      [`GIT_${role}_DATE`]: date,
    })
    const env = {
      PATH: process.env.PATH,
      HOME: root,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      ...person('AUTHOR'),
      ...person('COMMITTER'),
    }
    return execFileSync('git', ['-C', path, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  }
  git(['init', '--quiet', '--initial-branch=main'])
  return {
    root,
    path,
    git,
    commit(message: string, hours: number, files: Record<string, string> = {}): string {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(path, file)), { recursive: true })
        writeFileSync(join(path, file), text)
      }
      git(['add', '--all'])
      git(['commit', '--quiet', '--allow-empty', '--message', message], hours)
      return git(['rev-parse', 'HEAD'])
    },
    merge(branch: string, hours: number): string {
      git(['merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, branch], hours)
      return git(['rev-parse', 'HEAD'])
    },
    annotate: (tag: string, hours: number) => git(['tag', '--annotate', '--message', tag, tag], hours),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** The instant so many hours after the repository's clock began. */
export function at(hours: number): string {
  return new Date((START + hours * HOUR) * 1000).toISOString()
}
