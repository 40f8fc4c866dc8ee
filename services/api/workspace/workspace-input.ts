import { checkSpec, type Problem } from '../../workspace/check-spec.js'
import type { WorkspaceSettings } from '../../workspace/settings.js'
import type { Declaration, Kind, SpecByKind, WorkspaceSpec } from '../../workspace/specs.js'
import type { WorkspaceOptions } from '../../metrics/options.js'
import { choiceNode } from '../metrics/metric-node.js'
import { readOptions, type OptionsArgument } from '../metrics/options-argument.js'
import { badInput } from '../paging.js'

export type WorkspaceInput = {
  requiredProvenance?: { default: string[]; byTier?: { tier: string; fields: string[] }[] | null } | null
  calendar?: string | null
  ownership?: string | null
  options?: OptionsArgument | null
} & Record<string, unknown>

const NAME = /^\S(.{0,510}\S)?$/s

export function checkedName(name: string): string {
  if (!NAME.test(name)) throw badInput('name must have from 1 to 512 characters, the first and the last of them no space.')
  return name
}

/** The specification that an input means, in its normal form. Throws BAD_USER_INPUT with every field that is wrong. */
export function checkedSpec<K extends Kind>(kind: K, input: object): SpecByKind[K] {
  const checked = checkSpec(kind, withoutNulls(input))
  if (!checked.ok) throw badInput(checked.problems.map(describe).join('; '))
  return checked.spec
}

export function readWorkspaceInput(input: WorkspaceInput): WorkspaceSpec {
  const { requiredProvenance, calendar, ownership, options, ...rest } = input
  const provenance = requiredProvenance && {
    default: requiredProvenance.default,
    byTier: Object.fromEntries((requiredProvenance.byTier ?? []).map(({ tier, fields }) => [tier, fields])),
  }
  const spec = checkedSpec('Workspace', {
    ...rest,
    requiredProvenance: provenance,
    calendar: calendar ?? undefined,
    ownership: ownership?.toLowerCase(),
    options: options && withoutNulls(readOptions(options)),
  })
  return calendar === null ? { ...spec, calendar: null } : spec
}

export function workspaceNode({
  requiredProvenance,
  ownership,
  options,
  production: _production,
  businessHours: _hours,
  quorums: _quorums,
  ...rest
}: WorkspaceSettings) {
  const byTier = Object.entries(requiredProvenance.byTier).map(([tier, fields]) => ({ tier, fields }))
  const chosen = Object.entries(options).map(([name, value]) => choiceNode(name as keyof WorkspaceOptions, value))
  return { ...rest, options: chosen, ownership: ownership.toUpperCase(), requiredProvenance: { default: requiredProvenance.default, byTier } }
}

export function declarationNode({ kind, name, spec }: Declaration) {
  return { kind: kindName(kind), name, spec }
}

/** As GraphQL writes it: APPROVER_GROUP for ApproverGroup. */
export function kindName(kind: Kind): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}

function describe({ path, message }: Problem): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message
}

function withoutNulls(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
}
