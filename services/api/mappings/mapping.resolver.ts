import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { parse as parseYaml } from 'yaml'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { mappedIntegrations } from '../../integrations/index.js'
import { IntegrationError } from '../../integrations/integration.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'

type PreviewMappingInput = { integration: string; settings: string; payload: string }
type Problem = { path: string; message: string }

const LONGEST = 200_000

@Resolver()
export class MappingResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Pick<Runtime, 'now'>) {}

  @Query('mappedIntegrations')
  @Requires('read')
  @ForTeams('open')
  listMapped() {
    return mappedIntegrations.map(({ id, title, presets, types }) => ({ id, title, presets: Object.keys(presets), eventTypes: types }))
  }

  /** What a mapping would make of a payload. Nothing is recorded, but expressions are run, so it is not for everyone. */
  @Query()
  @Requires('admin')
  async previewMapping(@Args('input') { integration: id, settings, payload }: PreviewMappingInput) {
    const integration = mappedIntegrations.find((one) => one.id === id)
    if (!integration) throw badInput(`${id.slice(0, 100)} is not read by a mapping; ${mappedIntegrations.map((one) => one.id).join(' and ')} are.`)
    const read = [readText('settings', settings, parseYaml), readText('payload', payload, JSON.parse)] as const
    const unread = read.flatMap((one) => ('problem' in one ? [one.problem] : []))
    if (unread.length > 0) return { rules: [], problems: unread }
    const [given, body] = read.map((one) => (one as { value: unknown }).value)
    try {
      const input = { headers: {}, body, source: 'preview', receivedAt: this.runtime.now().toISOString(), settings: asSettings(given) }
      return { rules: await integration.preview(input), problems: [] }
    } catch (error) {
      if (!(error instanceof IntegrationError)) throw error
      return { rules: [], problems: [{ path: error.code === 'bad_settings' ? 'settings' : 'payload', message: error.message }] }
    }
  }
}

function readText(path: string, text: string, parse: (text: string) => unknown): { value: unknown } | { problem: Problem } {
  if (text.length > LONGEST) return { problem: { path, message: `is longer than ${LONGEST} characters` } }
  try {
    return { value: parse(text) }
  } catch (error) {
    return { problem: { path, message: (error as Error).message } }
  }
}

function asSettings(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new IntegrationError('bad_settings', 'The settings must be an object with a preset or a mapping.')
}
