import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Pair } from 'yaml'
import type { OpenSloProblem } from './content.js'

export type LocatedDocument = { value: unknown; at: (path: readonly (string | number)[]) => { line: number; column: number } }

const MOST_ALIASES = 100

/** The documents of a YAML text, each with a way to find the line of what it holds. */
export function parseLocated(text: string): { documents: LocatedDocument[]; problems: OpenSloProblem[] } {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const problems: OpenSloProblem[] = []
  const documents: LocatedDocument[] = []
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  for (const document of Array.isArray(parsed) ? (parsed as Document[]) : []) {
    for (const error of document.errors) problems.push({ ...placeOf(error.pos[0]), path: '', message: error.message })
    if (document.errors.length > 0 || document.contents === null) continue
    try {
      documents.push({ value: document.toJS({ maxAliasCount: MOST_ALIASES }), at: (path) => placeOf(offsetOf(document, path)) })
    } catch (error) {
      problems.push({ ...placeOf(document.range?.[0] ?? 0), path: '', message: (error as Error).message })
    }
  }
  return { documents, problems }
}

/** Where the value stands that a path leads to, or the nearest thing around it. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const step of path) {
    const next: unknown = isMap(node)
      ? node.items.find((pair) => isPair(pair) && keyOf(pair) === String(step))
      : isSeq(node)
        ? node.items[Number(step)]
        : undefined
    if (next === undefined) break
    offset = isPair(next) ? startOf(next.key) : startOf(next)
    node = isPair(next) ? next.value : next
  }
  return offset
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key)
}

function startOf(node: unknown): number {
  return (isNode(node) ? node.range?.[0] : undefined) ?? 0
}
