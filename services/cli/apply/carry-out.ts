import type { WorkspaceOptions } from '../../metrics/options.js'
import type { Change } from '../../workspace/changes.js'
import { kindName, kinds, type Declaration, type Kind, type SpecByKind, type WorkspaceSpec } from '../../workspace/specs.js'
import type { Client } from '../client.js'

type Operation = { query: string; variables: Record<string, unknown> }

const puts: Record<Exclude<Kind, 'Environment' | 'Workspace'>, string> = {
  Team: 'mutation ($name: String!, $input: TeamInput!) { result: putTeam(name: $name, input: $input) { changed } }',
  Service: 'mutation ($name: String!, $input: ServiceInput!) { result: declareService(name: $name, input: $input) { changed } }',
  ApproverGroup: 'mutation ($name: String!, $input: ApproverGroupInput!) { result: putApproverGroup(name: $name, input: $input) { changed } }',
  Calendar: 'mutation ($name: String!, $input: BusinessCalendarInput!) { result: putCalendar(name: $name, input: $input) { changed } }',
}

const removals: Record<Exclude<Kind, 'Workspace'>, string> = {
  Team: 'deleteTeam',
  Service: 'withdrawService',
  Environment: 'deleteEnvironment',
  ApproverGroup: 'deleteApproverGroup',
  Calendar: 'deleteCalendar',
}

/** All that is declared in the Windsock that the client speaks to. */
export async function readDeclared(client: Client): Promise<Declaration[]> {
  const { declarations } = await client.graphql<{ declarations: { kind: string; name: string; spec: unknown }[] }>(
    '{ declarations { kind name spec } }',
  )
  const names = new Map(kinds.map((kind) => [kind.toUpperCase(), kind]))
  return declarations.flatMap(({ kind, name, spec }) => {
    const known = names.get(kind.replaceAll('_', ''))
    return known ? [{ kind: known, name, spec } as Declaration] : []
  })
}

type NameProblem = { index: number; path: string[]; message: string }

/** What of these declarations names something that does not exist, there or among them; `index` is their position. */
export async function readNameProblems(client: Client, declarations: readonly Declaration[]): Promise<NameProblem[]> {
  const given = declarations.map(inputOf)
  const query = 'query ($given: [DeclarationInput!]!) { declarationProblems(declarations: $given) { index path message } }'
  return (await client.graphql<{ declarationProblems: NameProblem[] }>(query, { given })).declarationProblems
}

function inputOf({ kind, name, spec }: Declaration) {
  return { kind: kindName(kind), name, spec }
}

/** Why some of these cannot be removed, even if those are declared along with it. */
export async function readRemovalProblems(client: Client, removed: readonly Declaration[], declarations: readonly Declaration[]): Promise<string[]> {
  const given = declarations.map(inputOf)
  const gone = removed.map(({ kind, name }) => ({ kind: kindName(kind), name }))
  const query = `query ($gone: [DeclarationNameInput!]!, $given: [DeclarationInput!]!) {
    removalProblems(removed: $gone, declarations: $given) { message }
  }`
  const { removalProblems } = await client.graphql<{ removalProblems: { message: string }[] }>(query, { gone, given })
  return removalProblems.map(({ message }) => message)
}

/** Does what one change asks for. */
export async function carryOut(client: Client, change: Change): Promise<void> {
  const operation = operationOf(change)
  if (operation) await client.graphql(operation.query, operation.variables)
}

function operationOf({ action, declaration }: Change): Operation | null {
  const { kind, name, spec } = declaration
  if (action === 'unchanged') return null
  if (action === 'undeclared') {
    if (kind === 'Workspace') return null
    return { query: `mutation ($name: String!) { ${removals[kind]}(name: $name) }`, variables: { name } }
  }
  if (kind === 'Workspace')
    return { query: 'mutation ($input: WorkspaceInput!) { updateWorkspace(input: $input) { profile } }', variables: { input: workspaceInput(spec) } }
  if (kind === 'Environment') {
    const query = 'mutation ($name: String!, $production: Boolean!) { putEnvironment(name: $name, production: $production) { changed } }'
    return { query, variables: { name, production: (spec as SpecByKind['Environment']).production } }
  }
  return { query: puts[kind], variables: { name, input: spec } }
}

function workspaceInput({ requiredProvenance, ownership, options, targets, ...rest }: WorkspaceSpec): Record<string, unknown> {
  const byTier = Object.entries(requiredProvenance?.byTier ?? {}).map(([tier, fields]) => ({ tier, fields }))
  return {
    ...rest,
    ...(options && { options: optionsInput(options) }),
    ...(targets && { targets: Object.entries(targets).map(([measure, bounds]) => ({ measure, ...bounds })) }),
    ...(ownership && { ownership: ownership.toUpperCase() }),
    ...(requiredProvenance && { requiredProvenance: { default: requiredProvenance.default, byTier } }),
  }
}

/** Where the API puts the options that it groups; the others have their own names there. */
const GROUPS: Record<string, readonly [group: string, field: string]> = {
  leadTimeUnit: ['leadTime', 'unit'],
  leadTimeClock: ['leadTime', 'clock'],
  failureSignals: ['failure', 'signals'],
  failureDenominator: ['failure', 'denominator'],
  attributionMatch: ['attribution', 'match'],
  attributionMethods: ['attribution', 'methods'],
  rollbackBlames: ['rollback', 'blames'],
  recoveryClock: ['recovery', 'clock'],
  emptyPeriods: ['calendar', 'emptyPeriods'],
  approvalClock: ['approval', 'clock'],
  provenanceState: ['provenance', 'state'],
}

function optionsInput(options: WorkspaceOptions): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    const word = Array.isArray(value) ? value.map((each) => each.toUpperCase()) : typeof value === 'string' ? value.toUpperCase() : value
    const [group, field] = GROUPS[name] ?? []
    if (group && field) input[group] = { ...(input[group] as object | undefined), [field]: word }
    else input[name] = word
  }
  return input
}
