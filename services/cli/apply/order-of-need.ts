import type { Change } from '../../workspace/changes.js'
import { namesOf } from '../../workspace/references.js'
import type { Declaration } from '../../workspace/specs.js'

/**
 * The changes in an order in which each service comes after the new ones that it depends on. Where new services depend on each
 * other one of them is declared without those that are still to come, and once more, whole, at the end.
 */
export function inOrderOfNeed(changes: readonly Change[]): Change[] {
  const created = changes.filter(({ action, declaration }) => action === 'create' && declaration.kind === 'Service')
  const newByName = new Map(created.flatMap((change) => namesOf(change.declaration).map((name) => [name, change])))
  const begun = new Set<Change>()
  const placed = new Set<Change>()
  const ordered: Change[] = []
  const again: Change[] = []

  function visit(change: Change): void {
    if (begun.has(change)) return
    begun.add(change)
    for (const name of dependenciesOf(change.declaration)) {
      const needed = newByName.get(name)
      if (needed) visit(needed)
    }
    const isToCome = (name: string) => {
      const other = newByName.get(name)
      return other !== undefined && other !== change && !placed.has(other)
    }
    const early = without(change, isToCome)
    ordered.push(early)
    placed.add(change)
    if (early !== change) again.push({ ...change, action: 'change' })
  }

  for (const change of changes) visit(change)
  return [...ordered, ...again]
}

function dependenciesOf(declaration: Declaration): string[] {
  return declaration.kind === 'Service' ? declaration.spec.dependsOn : []
}

function without(change: Change, isLeftOut: (name: string) => boolean): Change {
  const { declaration } = change
  if (declaration.kind !== 'Service' || !declaration.spec.dependsOn.some(isLeftOut)) return change
  const dependsOn = declaration.spec.dependsOn.filter((name) => !isLeftOut(name))
  return { ...change, declaration: { ...declaration, spec: { ...declaration.spec, dependsOn } } }
}
