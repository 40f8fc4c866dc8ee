import { canonicalJson } from '../domain/event.js'
import type { Declaration } from './specs.js'

export type FieldChange = { field: string; from: unknown; to: unknown }

type Declared = { kind: string; name: string; spec: object }

/** What becomes of one declaration. `undeclared`: it is there, and no document names it though some name others of its kind. */
export type Change<D extends Declared = Declaration> = {
  action: 'create' | 'change' | 'unchanged' | 'undeclared'
  declaration: D
  fields: FieldChange[]
}

/** What has to be done so that what is declared becomes what is wanted, in the order in which one may name another. */
export function changesBetween<D extends Declared>(declared: readonly D[], wanted: readonly D[], order: readonly D['kind'][]): Change<D>[] {
  const known = new Map(declared.map((declaration) => [keyOf(declaration), declaration]))
  const named = new Set(wanted.map(keyOf))
  const changes = wanted.map((declaration) => changeOf(known.get(keyOf(declaration)), declaration))
  const kindsNamed = new Set(wanted.map(({ kind }) => kind))
  const left = declared.filter((declaration) => kindsNamed.has(declaration.kind) && !named.has(keyOf(declaration)))
  const undeclared = left.map((declaration): Change<D> => ({ action: 'undeclared', declaration, fields: [] }))
  return [...inOrder(changes, order), ...inOrder(undeclared, order).reverse()]
}

function changeOf<D extends Declared>(known: D | undefined, declaration: D): Change<D> {
  const before = (known?.spec ?? {}) as Record<string, unknown>
  const fields = Object.entries(declaration.spec)
    .filter(([field, to]) => canonicalJson(before[field] ?? emptyLike(to)) !== canonicalJson(to))
    .map(([field, to]) => ({ field, from: before[field] ?? null, to: to as unknown }))
  if (!known) return { action: 'create', declaration, fields }
  return { action: fields.length > 0 ? 'change' : 'unchanged', declaration, fields }
}

/** Something new is not said to change from nothing to an empty text or list. */
function emptyLike(value: unknown): unknown {
  if (Array.isArray(value)) return []
  return value === '' ? '' : null
}

function inOrder<D extends Declared>(changes: readonly Change<D>[], order: readonly D['kind'][]): Change<D>[] {
  const rank = (kind: D['kind']) => order.indexOf(kind)
  return [...changes].sort(
    ({ declaration: a }, { declaration: b }) => rank(a.kind) - rank(b.kind) || (a.name < b.name ? -1 : Number(a.name > b.name)),
  )
}

/** There is one workspace, by whatever name. */
export function keyOf({ kind, name }: Pick<Declared, 'kind' | 'name'>): string {
  return kind === 'Workspace' ? kind : `${kind}\n${name}`
}
