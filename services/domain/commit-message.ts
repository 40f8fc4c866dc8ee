const SENTENCE = /^This reverts (?:commit|changeset|merge request|pull request)?\s*([0-9a-f]{7,64})\b/im
const TRAILER = /^\(cherry picked from commit ([0-9a-f]{7,64})\)\s*$/gim

/** The commits that a message says its change was picked from, the original first: `git cherry-pick -x` writes them. */
export function cherryPickedFrom(message: string): string[] {
  return [...message.matchAll(TRAILER)].map(([, sha = '']) => sha.toLowerCase())
}

/** The commit that a message says it reverts. */
export function revertedSha(message: string): string | null {
  return SENTENCE.exec(message)?.[1]?.toLowerCase() ?? null
}
