import { Inject } from '@nestjs/common'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { checkSettings } from '../../integrations/check-settings.js'
import { findIntegration, integrations } from '../../integrations/index.js'
import { IntegrationError, type ConnectionSettings, type Integration } from '../../integrations/integration.js'
import type { IntegrationConnection } from '../../store/control/entities/integration-connection.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'

interface SaveConnectionInput {
  integration: string
  source: string
  secret?: string | null
  open?: boolean | null
  settings?: unknown
}

interface ConnectionNode {
  integration: string
  source: string
  open: boolean
  hasSecret: boolean
  url: string
  setup: string
  settings: ConnectionSettings
  lastDeliveryAt: Date | null
}

const SOURCE = /^[a-z0-9][a-z0-9._-]{0,99}$/i

@Resolver('Connection')
export class ConnectionResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @Requires('read')
  async connections(): Promise<ConnectionNode[]> {
    const [saved, last] = await Promise.all([this.runtime.connections.list(), this.readLastDeliveries()])
    return saved.map((connection) => this.toNode(connection, last.get(keyOf(connection)) ?? null))
  }

  @Query('integrations')
  @Requires('read')
  @ForTeams('open')
  listIntegrations(): { id: string; title: string; documentationUrl: string; documentationVersion: string }[] {
    return integrations.map(({ id, title, documentation: { url, version } }) => ({ id, title, documentationUrl: url, documentationVersion: version }))
  }

  @Mutation()
  @Requires('admin')
  async saveConnection(@Args('input') input: SaveConnectionInput): Promise<ConnectionNode> {
    const { integration, source, secret, open, settings } = input
    const found = findIntegration(integration)
    if (!found) throw badInput(`There is no integration named ${integration.slice(0, 100)}.`)
    if (!SOURCE.test(source)) throw badInput('source must be letters, digits, dots, dashes and underscores, at most 100.')
    if (secret !== undefined && secret !== null && secret.trim() === '')
      throw badInput('secret must not be empty; leave it out to keep the one there is.')
    const saved = await this.runtime.connections.save({
      integration,
      source,
      open: open ?? false,
      secret: secret ?? undefined,
      settings: readSettings(found, settings),
    })
    return this.toNode(saved, (await this.readLastDeliveries()).get(keyOf(saved)) ?? null)
  }

  @Mutation()
  @Requires('admin')
  async removeConnection(@Args('integration') integration: string, @Args('source') source: string): Promise<boolean> {
    return await this.runtime.connections.remove(integration, source)
  }

  private toNode(connection: IntegrationConnection, lastDeliveryAt: Date | null): ConnectionNode {
    const { integration, source, open, secretSealed, settings } = connection
    const url = `${this.runtime.publicUrl()}/v1/hooks/${integration}/${encodeURIComponent(source)}`
    const setup = findIntegration(integration)?.setup(url) ?? ''
    return { integration, source, open, hasSecret: secretSealed !== null, url, setup, settings: settings as ConnectionSettings, lastDeliveryAt }
  }

  private async readLastDeliveries(): Promise<Map<string, Date>> {
    const rows = await this.runtime.control.dataSource.query<{ integration: string; source: string; last: Date }[]>(`
      SELECT integration, source, last FROM connections, LATERAL (
        SELECT max(received_at) AS last FROM inbox
        WHERE inbox.integration = connections.integration AND inbox.source = connections.source) AS received
      WHERE last IS NOT NULL`)
    return new Map(rows.map((row) => [keyOf(row), row.last]))
  }
}

function keyOf({ integration, source }: { integration: string; source: string }): string {
  return `${integration}/${source}`
}

function readSettings(integration: Integration, settings: unknown): ConnectionSettings | undefined {
  if (settings === undefined || settings === null) return undefined
  if (typeof settings !== 'object' || Array.isArray(settings)) throw badInput('settings must be an object.')
  const given = settings as ConnectionSettings
  try {
    checkSettings(integration, given)
  } catch (error) {
    throw error instanceof IntegrationError ? badInput(error.message) : error
  }
  return given
}
