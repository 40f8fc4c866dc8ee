import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CliError, exitCodes } from './cli-error.js'
import type { Terminal } from './terminal.js'

export interface TargetOptions {
  url?: string
  token?: string
  dataDir?: string
}

/** The Windsock that a command speaks to. */
export interface Target {
  url: string
  token: string
}

interface RunFile extends Target {
  pid: number
}

/** By option, then by WINDSOCK_URL and WINDSOCK_TOKEN, then the process on this machine that runs on the data directory. */
export function findTarget(options: TargetOptions, env: Terminal['env']): Target {
  const url = options.url ?? env.WINDSOCK_URL
  const token = options.token ?? env.WINDSOCK_TOKEN
  if (url) return { url: checkedUrl(url), token: token ?? '' }
  const run = readRunFile(dataDirectory(options, env))
  if (run) return { url: run.url, token: token ?? run.token }
  throw new CliError(
    `No Windsock runs on ${dataDirectory(options, env)}: start it with \`npm start\`, or name another with WINDSOCK_URL and WINDSOCK_TOKEN.`,
    exitCodes.notRunning,
  )
}

export function dataDirectory({ dataDir }: TargetOptions, env: Terminal['env']): string {
  return resolve(dataDir ?? (env.WINDSOCK_DATA_DIR || './.windsock'))
}

/** What the running process wrote about itself; null where none is running. */
export function readRunFile(directory: string): RunFile | null {
  let text: string
  try {
    text = readFileSync(join(directory, 'run.json'), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new CliError(`${join(directory, 'run.json')} cannot be read (${code}): run this as the user who started Windsock.`, exitCodes.notAllowed)
  }
  const run = JSON.parse(text) as RunFile
  return isAlive(run.pid) ? run : null
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function checkedUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new CliError(`The address must begin with http:// or https://, not "${text}".`, exitCodes.usage)
  }
  return text.replace(/\/+$/, '')
}
