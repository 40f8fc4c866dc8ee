import type { Change } from '../../workspace/changes.js'
import type { ObjectiveChange } from './objectives.js'

type AnyChange = Change | ObjectiveChange

export type Outcome = { dryRun: boolean; prune: boolean }

/** The changes for a person to read: field by field, then a count. What is as it should be is only counted. */
export function showChanges(changes: readonly AnyChange[], outcome: Outcome): string {
  const lines = changes.flatMap((change) => linesOf(change, outcome))
  return [...lines, summary(changes, outcome)].join('\n')
}

function linesOf({ action, declaration: { kind, name }, fields }: AnyChange, { prune }: Outcome): string[] {
  switch (action) {
    case 'unchanged':
      return []
    case 'undeclared':
      return [prune ? `- ${kind} ${name}` : `? ${kind} ${name} is in no file; --prune takes it back`]
    case 'create':
      return [`+ ${kind} ${name}`, ...fields.map(({ field, to }) => `    ${field}: ${JSON.stringify(to)}`)]
    case 'change':
      return [`~ ${kind} ${name}`, ...fields.map(({ field, from, to }) => `    ${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`)]
  }
}

function summary(changes: readonly AnyChange[], { dryRun, prune }: Outcome): string {
  const count = (action: AnyChange['action']) => changes.filter((change) => change.action === action).length
  const parts = [
    `${count('create')} created`,
    `${count('change')} changed`,
    `${count('unchanged')} unchanged`,
    ...(count('undeclared') > 0 ? [`${count('undeclared')} ${prune ? 'pruned' : 'would be pruned'}`] : []),
  ]
  return `${parts.join(', ')}.${dryRun ? ' This was a dry run: nothing was written.' : ''}`
}
