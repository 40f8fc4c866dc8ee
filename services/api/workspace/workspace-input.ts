import { checkSpec, type Problem } from '../../workspace/check-spec.js'
import type { WorkspaceSettings } from '../../workspace/settings.js'
import { kindName, kinds, type Declaration, type Kind, type SpecByKind, type WorkspaceSpec } from '../../workspace/specs.js'
import type { WorkspaceOptions } from '../../metrics/options.js'
import type { TargetBounds } from '../../metrics/targets.js'
import { choiceNode } from '../metrics/metric-node.js'
import { readOptions, type OptionsArgument } from '../metrics/options-argument.js'
import { badInput } from '../paging.js'

export type WorkspaceInput = {
  requiredProvenance?: { default: string[]; byTier?: { tier: string; fields: string[] }[] | null } | null
  calendar?: string | null
  ownership?: string | null
  options?: OptionsArgument | null
  targets?: ({ measure: string } & { [Bound in keyof TargetBounds]: number | null })[] | null
} & Record<string, unknown>

const NAME = /^\S(.{0,510}\S)?$/s

export function checkedName(name: string): string {
  if (!NAME.test(name)) throw badInput('name must have from 1 to 512 characters, the first and the last of them no space.')
  return name
}

/** The specification that an input means, in its normal form. Throws BAD_USER_INPUT with every field that is wrong. */
export function checkedSpec<K extends Kind>(kind: K, input: object): SpecByKind[K] {
  return wholeSpec(kind, withoutNulls(input))
}

function wholeSpec<K extends Kind>(kind: K, spec: object): SpecByKind[K] {
  const checked = checkSpec(kind, spec)
  if (!checked.ok) throw refusalOf(checked.problems)
  return checked.spec
}

/** A declaration as GraphQL writes it. */
export function checkedDeclaration({ kind, name, spec }: { kind: string; name: string; spec: object }): Declaration {
  const known = kindOf(kind)
  return { kind: known, name: checkedName(name), spec: wholeSpec(known, spec) } as Declaration
}

/** APPROVER_GROUP, as GraphQL writes it, is ApproverGroup. */
export function kindOf(word: string): Kind {
  return kinds.find((one) => kindName(one) === word) as Kind
}

/** BAD_USER_INPUT with every field that is wrong. */
export function refusalOf(problems: readonly Problem[]) {
  return badInput(problems.map(describe).join('; '))
}

export function readWorkspaceInput(input: WorkspaceInput): WorkspaceSpec {
  const { requiredProvenance, calendar, ownership, options, targets, ...rest } = input
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
    targets: targets && Object.fromEntries(targets.map(({ measure, ...bounds }) => [measure, withoutNulls(bounds)])),
  })
  return calendar === null ? { ...spec, calendar: null } : spec
}

export function workspaceNode({
  requiredProvenance,
  ownership,
  options,
  targets,
  production: _production,
  businessHours: _hours,
  quorums: _quorums,
  ...rest
}: WorkspaceSettings) {
  const byTier = Object.entries(requiredProvenance.byTier).map(([tier, fields]) => ({ tier, fields }))
  const chosen = Object.entries(options).map(([name, value]) => choiceNode(name as keyof WorkspaceOptions, value))
  return {
    ...rest,
    options: chosen,
    targets: Object.entries(targets).map(([measure, bounds]) => ({ measure, ...bounds })),
    ownership: ownership.toUpperCase(),
    requiredProvenance: { default: requiredProvenance.default, byTier },
  }
}

export function declarationNode({ kind, name, spec }: Declaration) {
  return { kind: kindName(kind), name, spec }
}

function describe({ path, message }: Problem): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message
}

function withoutNulls(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
}
