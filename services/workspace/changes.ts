import { canonicalJson } from '../domain/event.js'
import { kinds, type Declaration, type Kind } from './specs.js'

export type FieldChange = { field: string; from: unknown; to: unknown }

/** What becomes of one declaration. `undeclared`: it is there, and no document names it though some name others of its kind. */
export type Change = { action: 'create' | 'change' | 'unchanged' | 'undeclared'; declaration: Declaration; fields: FieldChange[] }

/** What has to be done so that what is declared becomes what is wanted, in the order in which one may name another. */
export function changesBetween(declared: readonly Declaration[], wanted: readonly Declaration[]): Change[] {
  const known = new Map(declared.map((declaration) => [keyOf(declaration), declaration]))
  const named = new Set(wanted.map(keyOf))
  const changes = wanted.map((declaration) => changeOf(known.get(keyOf(declaration)), declaration))
  const kindsNamed = new Set(wanted.map(({ kind }) => kind))
  const left = declared.filter((declaration) => kindsNamed.has(declaration.kind) && !named.has(keyOf(declaration)))
  const undeclared = left.map((declaration): Change => ({ action: 'undeclared', declaration, fields: [] }))
  return [...inOrder(changes), ...inOrder(undeclared).reverse()]
}

function changeOf(known: Declaration | undefined, declaration: Declaration): Change {
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

function inOrder(changes: readonly Change[]): Change[] {
  const rank = (kind: Kind) => kinds.indexOf(kind)
  return [...changes].sort(
    ({ declaration: a }, { declaration: b }) => rank(a.kind) - rank(b.kind) || (a.name < b.name ? -1 : Number(a.name > b.name)),
  )
}

function keyOf({ kind, name }: Declaration): string {
  return kind === 'Workspace' ? kind : `${kind}\n${name}`
}
