import { at, type Field, members, readSettingsWith, rootField } from '../fields.js'
import { headerValue, type Integration, IntegrationError, type NormaliseInput } from '../integration.js'
import type { Normalised } from '../result.js'
import { applyMapping, type MappingProblem, type RuleOutcome } from './apply-mapping.js'
import { type Mapping, type Presets, readMapping } from './mapping.js'
import { readScheme, verifyBy } from './verify.js'

export type MappedIntegration = Integration & {
  presets: Presets
  types: readonly string[]
  /** What each rule makes of a payload, and what is wrong; throws IntegrationError on settings it cannot read. */
  preview(input: NormaliseInput): Promise<RuleOutcome[]>
}

type About = Pick<Integration, 'id' | 'title' | 'documentation' | 'setup'> & { presets: Presets; types: readonly string[] }

/** An integration of any sender, by a mapping that a person wrote. */
export function mappedIntegration({ presets, types, ...about }: About): MappedIntegration {
  function preview({ body, source, receivedAt, settings }: NormaliseInput): Promise<RuleOutcome[]> {
    const { mapping, constants } = readSettingsWith(settings, readMapped)
    rootField(body)
    return applyMapping(mapping, { body, source: `${about.id}/${source}`, receivedAt, constants })
  }

  function readMapped(root: Field): { mapping: Mapping; constants: Record<string, unknown> } {
    return {
      mapping: readMapping(root, presets, types),
      constants: Object.fromEntries(members(at(root, 'constants')).map(([name, { value }]) => [name, value])),
    }
  }

  async function normalise(input: NormaliseInput): Promise<Normalised> {
    const outcomes = await preview(input)
    const failed = outcomes.flatMap(({ type, problems }, index) => problems.map((problem) => sentence(index, type, problem)))
    if (failed.length > 0) throw new IntegrationError('bad_payload', failed.slice(0, 5).join(' '))
    const events = outcomes.flatMap((outcome) => outcome.events)
    return events.length > 0 ? { events } : { events, reason: 'No rule of the mapping applies to this payload.' }
  }

  return {
    ...about,
    presets,
    types,
    deliveryId: (headers) => headerValue(headers, 'webhook-id'),
    readSettings: (settings) => readSettingsWith(settings, (root) => ({ ...readMapped(root), scheme: readScheme(root) })),
    verify: async ({ settings = {}, ...input }) => verifyBy(readSettingsWith(settings, readScheme), { ...input, settings }),
    normalise,
    preview,
  }
}

const LONGEST_VALUE = 200

function sentence(index: number, type: string, { path, expression, position, message, ...given }: MappingProblem): string {
  const gave = 'value' in given ? `, which gave ${(JSON.stringify(given.value) ?? 'nothing').slice(0, LONGEST_VALUE)}` : ''
  const where = position === null ? '' : `, at character ${position}`
  const written = expression === '' ? '' : ` (${expression.slice(0, LONGEST_VALUE)}${gave})`
  return `Rule ${index + 1}, ${type}, ${path || 'the event'}${written}${where}: ${message}.`
}
