import { isDeepStrictEqual } from 'node:util'
import type { LocatedDocument } from './located.js'
import type { OpenSloObject, OpenSloProblem, Reference } from './content.js'

export type Path = readonly (string | number)[]
export type Json = Record<string, unknown>

/** What a file gives while it is read, and what is wrong with it. */
export type Reading = {
  objects: OpenSloObject[]
  references: Reference[]
  /** What was read and has no use here. */
  notUsed: string[]
  problems: OpenSloProblem[]
}

/** One object of the file: its name, its fields, and the way to tell of them by line. */
export type Given = {
  name: string
  metadata: Json
  spec: Json
  path: Path
  complain(path: Path, message: string): void
  refer(reference: Pick<Reference, 'kind' | 'name' | 'compares'>, path: Path): void
}

export function givenOf({ value, at }: LocatedDocument, reading: Reading): Given {
  const { metadata, spec } = objectOf(value)
  return {
    name: textOf(objectOf(metadata).name),
    metadata: objectOf(metadata),
    spec: objectOf(spec),
    path: ['spec'],
    complain: (path, message) => void reading.problems.push({ ...at(path), path: path.join('.'), message }),
    refer: (reference, path) => void reading.references.push({ ...reference, ...at(path), path: path.join('.') }),
  }
}

/** An object that stands in place, where its kind could also be referred to; `nameless` is its name if it has none. */
export function inlineOf(given: Given, value: unknown, path: Path, nameless: string): Given {
  const { metadata, spec } = objectOf(value)
  return { ...given, metadata: objectOf(metadata), spec: objectOf(spec), path: [...path, 'spec'], name: textOf(objectOf(metadata).name) || nameless }
}

/** Adds an object to what was read. The same one may stand in place several times; another of its name would take its place. */
export function declare({ path, complain }: Given, object: OpenSloObject, reading: Reading): void {
  const known = reading.objects.find(({ kind, name }) => kind === object.kind && name === object.name)
  const isDocument = path.length === 1
  if (!known) reading.objects.push(object)
  else if (isDocument || !isDeepStrictEqual(known, object))
    complain(isDocument ? ['metadata', 'name'] : path.slice(0, -1), `${object.kind} ${object.name} is declared in this file already`)
}

export function namedOf({ name, metadata, spec }: Given) {
  return { name, displayName: textOf(metadata.displayName), description: textOf(spec.description) }
}

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
