import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** Whether a field of one of these names is asked for anywhere below the one that is resolved. */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, names: readonly string[]): boolean {
  const holds = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === 'FragmentSpread') return holds(fragments[selection.name.value]?.selectionSet)
      return (selection.kind === 'Field' && names.includes(selection.name.value)) || holds(selection.selectionSet)
    }) ?? false
  return fieldNodes.some(({ selectionSet }) => holds(selectionSet))
}
