const VERSION = /(?:^|[^0-9A-Za-z]|[vV])\d+(?:\.\d+)+(.*)$/s
/** Without a dash, as in 1.2.0rc1, 1.2.0b2 or 1.2.0.dev3. */
const WORDS = /^[-._]?(?:alpha|beta|preview|pre|rc|cr|dev|snapshot|nightly|canary|milestone|[abcm](?=\d))/i
/** What follows a dash and is a release all the same: a packaging number, or a word that says so. */
const RELEASED = /^-(?:\d+|v?\d+(?:\.\d+)+|(?:final|ga|release|lts|stable|sp\d*|post\d*|p\d+)\b.*)$/i

/** Whether a tag's name says that it comes before a release: by Semantic Versioning a dash, and by habit some words. */
export function isPreRelease(name: string): boolean {
  const rest = (VERSION.exec(name)?.[1] ?? '').replace(/\+.*$/s, '')
  return WORDS.test(rest) || (rest.startsWith('-') && !RELEASED.test(rest))
}
