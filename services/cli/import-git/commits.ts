import type { Checkout } from './checkout.js'
import { streamGit } from './git.js'
import { tipsOf, type Release } from './releases.js'

/** Times are in seconds since 1970; `files` only where they were asked for, and never for a merge. */
export type Commit = {
  sha: string
  parents: string[]
  committedAt: number
  authoredAt: number
  author: string
  subject: string
  body: string
  files: string[] | null
}

const FORMAT = '--format=tformat:%x00%H%n%P%n%ct%n%at%n%aE%n%s%n%b'

/** Every commit that leads to a release, once, children before their parents. */
export async function* readCommits({ directory }: Checkout, releases: readonly Release[], withFiles: boolean): AsyncGenerator<Commit> {
  const files = withFiles ? ['--name-only', '--no-renames', '--no-ext-diff', '--no-relative'] : []
  const args = ['log', '-z', '--date-order', '--no-show-signature', '--no-color', '--no-notes', FORMAT, ...files, '--stdin']
  let commit: Commit | null = null
  let isHeader = false
  for await (const piece of streamGit({ directory, args, input: tipsOf(releases) }, '\0')) {
    // The format begins with a NUL of its own, so an empty piece announces a commit; no file has an empty name.
    if (piece === '') isHeader = true
    else if (isHeader) {
      if (commit) yield commit
      commit = commitOf(piece, withFiles)
      isHeader = false
    } else commit?.files?.push(piece.replace(/^\n/, ''))
  }
  if (commit) yield commit
}

function commitOf(header: string, withFiles: boolean): Commit {
  const [sha = '', parents = '', committedAt, authoredAt, author = '', subject = '', ...body] = header.split('\n')
  return {
    sha,
    parents: parents.split(' ').filter(Boolean),
    committedAt: Number(committedAt),
    authoredAt: Number(authoredAt),
    author,
    subject,
    body: body.join('\n'),
    files: withFiles ? [] : null,
  }
}
