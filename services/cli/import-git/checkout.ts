import { basename, resolve } from 'node:path'
import { normaliseRepository } from '../../domain/event.js'
import { CliError } from '../cli-error.js'
import { runGit } from './git.js'

/** A git repository on this machine and the name it is known by: host/owner/name where it has a remote, else its directory's. */
export type Checkout = { directory: string; repository: string }

export async function openCheckout(path: string): Promise<Checkout> {
  const directory = resolve(path)
  await assertCheckout(directory, path)
  if ((await runGit({ directory, args: ['rev-parse', '--is-shallow-repository'] })).trim() === 'true') {
    throw new CliError(
      `${path} is a shallow clone, which lacks the history between releases: run \`git fetch --unshallow --tags\` in it and import again.`,
    )
  }
  return { directory, repository: normaliseRepository((await remoteOf(directory)) || (await directoryName(directory))) }
}

async function assertCheckout(directory: string, path: string): Promise<void> {
  try {
    await runGit({ directory, args: ['rev-parse', '--git-dir'] })
  } catch (error) {
    const { message } = error as Error
    if (!/not a git repository|cannot change to/.test(message)) throw error
    throw new CliError(`${path} is not a git checkout: name the directory of a clone.`)
  }
}

async function remoteOf(directory: string): Promise<string> {
  const listed = await runGit({ directory, args: ['remote'] })
  const remotes = listed.split('\n').filter(Boolean)
  const name = remotes.includes('origin') ? 'origin' : remotes[0]
  if (name === undefined) return ''
  const address = (await runGit({ directory, args: ['remote', 'get-url', '--', name] })).split('\n', 1)[0]?.trim() ?? ''
  return isAddress(address) ? address : ''
}

/** A URL or user@host:path. A path on this machine is nobody else's name for the repository. */
function isAddress(remote: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(remote) ? !/^file:/i.test(remote) : /^[^/\\:]{2,}:(?!\\)/.test(remote)
}

async function directoryName(directory: string): Promise<string> {
  const isBare = (await runGit({ directory, args: ['rev-parse', '--is-bare-repository'] })).trim() === 'true'
  const top = isBare ? directory : (await runGit({ directory, args: ['rev-parse', '--show-toplevel'] })).trimEnd()
  return basename(top).replace(/\s+/g, '-') || 'repository'
}
