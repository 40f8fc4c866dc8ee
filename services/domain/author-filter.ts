/** Whether an author is one of these, where `*` stands for anything and case does not matter: `*[bot]*`, `renovate@*`. */
export function authorMatcher(names: readonly string[]): (author: string) => boolean {
  const patterns = names.map((name) => new RegExp(`^${name.split('*').map(escaped).join('.*')}$`, 'is'))
  return (author) => patterns.some((pattern) => pattern.test(author))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')
}
