import { parseAllDocuments, type Document } from 'yaml'
import type { Source } from './read-sources.js'

const OPENSLO = /^["']?apiVersion["']?\s*:\s*["']?openslo\//m

/** The documents of one file that are OpenSLO's, and the others, each with all lines where they were. */
export function splitSource({ file, text }: Source): { workspace: Source; openSlo: Source | null } {
  const parsed = parseAllDocuments(text, { prettyErrors: false })
  const spans = (Array.isArray(parsed) ? (parsed as Document[]) : []).flatMap(({ range }) => (range ? [{ from: range[0], to: range[2] }] : []))
  const theirs = spans.filter(({ from, to }) => OPENSLO.test(text.slice(from, to)))
  if (theirs.length === 0) return { workspace: { file, text }, openSlo: null }
  const ours = spans.filter((span) => !theirs.includes(span))
  return { workspace: { file, text: without(text, theirs) }, openSlo: { file, text: without(text, ours) } }
}

function without(text: string, spans: readonly { from: number; to: number }[]): string {
  return spans.reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(from, to).replaceAll(/[^\n]/g, ' ') + rest.slice(to), text)
}
