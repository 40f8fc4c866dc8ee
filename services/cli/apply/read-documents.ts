import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml'
import { checkDocument, checkSpec, type Frame, type Problem } from '../../workspace/check-spec.js'
import { WORKSPACE_NAME, type Declaration } from '../../workspace/specs.js'
import type { Source } from './read-sources.js'

/** A declaration and where it stands; lines and columns count from 1. */
export type Located = { declaration: Declaration; file: string; line: number; locate(problem: Problem): Misprint }

export type Misprint = { file: string; line: number; column: number; message: string }

export type Reading = { declared: Located[]; misprints: Misprint[] }

type Place = { file: string; lines: LineCounter; document: Document }

/** Reads and checks every document; nothing is thrown for what is wrong in them. */
export function readDocuments(sources: readonly Source[]): Reading {
  const readings = sources.map(readSource)
  const declared = readings.flatMap((reading) => reading.declared)
  return { declared, misprints: [...readings.flatMap(({ misprints }) => misprints), ...repetitions(declared)] }
}

function readSource({ file, text }: Source): Reading {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const reading: Reading = { declared: [], misprints: [] }
  for (const document of documents as readonly Document[]) {
    if (document.errors.length === 0 && isEmpty(document)) continue
    readOne({ file, lines, document }, reading)
  }
  return reading
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null)
}

function readOne(place: Place, reading: Reading): void {
  const { file, document } = place
  if (document.errors.length > 0) {
    for (const error of document.errors) reading.misprints.push({ ...positionOf(place, error.pos[0]), message: error.message })
    return
  }
  const value = valueOf(place, reading)
  if (value === undefined) return
  const frameProblems = checkDocument(value)
  if (frameProblems.length > 0) return void reading.misprints.push(...frameProblems.map((problem) => locate(place, problem)))
  const { kind, metadata, spec } = value as Frame
  const checked = checkSpec(kind, spec)
  if (!checked.ok) {
    return void reading.misprints.push(...checked.problems.map(({ path, message }) => locate(place, { path: ['spec', ...path], message })))
  }
  const name = kind === 'Workspace' ? WORKSPACE_NAME : metadata.name
  reading.declared.push({
    declaration: { kind, name, spec: checked.spec } as Declaration,
    file,
    line: locate(place, { path: [], message: '' }).line,
    locate: ({ path, message }) => locate(place, { path: ['spec', ...path], message }),
  })
}

/** Undefined, with the reason among the misprints, for aliases that would grow without end. */
function valueOf(place: Place, reading: Reading): unknown {
  try {
    return place.document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    reading.misprints.push({ ...positionOf(place, place.document.range?.[0] ?? 0), message: (error as Error).message })
    return undefined
  }
}

/** Where the value stands that a path leads to, or the key that should not be there, or the nearest thing around it. */
function locate(place: Place, { path, message }: Problem): Misprint {
  let node: unknown = place.document.contents
  let offset = offsetOf(node)
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => textOf(key) === String(step)) : undefined
    const next: unknown =
      pair ?? (isSeq(node) ? node.items.find((item, index) => (typeof step === 'number' ? index === step : textOf(item) === step)) : undefined)
    if (next === undefined) break
    offset = isPair(next) ? offsetOf(next.key) : offsetOf(next)
    node = isPair(next) ? next.value : next
  }
  const field = path.length > 0 ? `${path.join('.')}: ` : ''
  return { ...positionOf(place, offset), message: `${field}${message}` }
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value).trim() : String(node)
}

function offsetOf(node: unknown): number {
  return (isNode(node) ? (node as Node).range?.[0] : undefined) ?? 0
}

function positionOf({ file, lines }: Pick<Place, 'file' | 'lines'>, offset: number): Pick<Misprint, 'file' | 'line' | 'column'> {
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** One thing is declared once: which of two would hold is nothing to guess. */
function repetitions(declared: readonly Located[]): Misprint[] {
  const first = new Map<string, Located>()
  return declared.flatMap((located) => {
    const { kind, name } = located.declaration
    const known = first.get(`${kind}\n${name}`)
    if (!known) {
      first.set(`${kind}\n${name}`, located)
      return []
    }
    return [{ file: located.file, line: located.line, column: 1, message: `${kind} ${name} is declared in ${known.file}:${known.line} already` }]
  })
}
