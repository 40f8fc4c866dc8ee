/**
 * Whether a change touches a service of a mono-repo. Paths are globs of `*`, `**` and `?`; a path without a wildcard names
 * a file or everything below a folder. A change whose files are not known is held to touch it.
 */
export function pathMatcher(paths: readonly string[]): (files: readonly string[] | null) => boolean {
  const patterns = paths.map(patternOf)
  return (files) => patterns.length === 0 || files === null || files.some((file) => patterns.some((pattern) => pattern.test(file)))
}

function patternOf(path: string): RegExp {
  const trimmed = path.replace(/^\.?\//, '').replace(/\/$/, '')
  const body = trimmed
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => WILDCARDS[part] ?? part.replace(/[\\^$.|+()[\]{}]/g, '\\$&'))
    .join('')
  return new RegExp(`^${body}(/.*)?$`)
}

const WILDCARDS: Record<string, string> = { '**/': '(.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }
