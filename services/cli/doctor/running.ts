import { CliError, exitCodes } from '../cli-error.js'
import type { Client } from '../client.js'
import type { Finding } from './finding.js'

interface Report {
  viewer: { version: string }
  pipelineStatus: {
    events: number
    pendingDeliveries: number
    deadDeliveries: number
    refusedDeliveries: number
    pendingServices: number
    lagSeconds: number
  }
  connections: { integration: string; source: string; open: boolean; hasSecret: boolean }[]
}

const query = `{
  viewer { version }
  pipelineStatus { events pendingDeliveries deadDeliveries refusedDeliveries pendingServices lagSeconds }
  connections { integration source open hasSecret }
}`

/** More than this behind is worth a word, in seconds. */
const LATE_SECONDS = 60

/** What the Windsock that runs says of itself. */
export async function checkRunning(client: Client): Promise<Finding[]> {
  try {
    const { status, body } = await client.rest('/readyz')
    const missing = (body as { missing?: string[] } | null)?.missing ?? []
    if (status !== 200) return [notReady(client.url, status, missing)]
    return checkReport(client.url, await client.graphql<Report>(query))
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    const todo =
      error.exitCode === exitCodes.notAllowed ? 'Give a token that may read, with --token or WINDSOCK_TOKEN.' : 'Start it with `npm start`.'
    return [{ what: 'Windsock', state: 'missing', found: error.message.replace(/\.$/, ''), todo }]
  }
}

function notReady(url: string, status: number, missing: readonly string[]): Finding {
  const found = missing.length > 0 ? `${url} is not ready: ${missing.join(' and ')} cannot be used` : `${url} answers ${status}`
  return { what: 'Windsock', state: 'missing', found, todo: 'Look at its log, and at the servers of its stores.' }
}

function checkReport(url: string, { viewer, pipelineStatus, connections }: Report): Finding[] {
  const closed = connections.filter(({ open, hasSecret }) => !open && !hasSecret)
  return [
    { what: 'Windsock', state: 'ok', found: `version ${viewer.version} is ready at ${url}` },
    ...closed.map(({ integration, source }) => withoutSecret(integration, source)),
    ...connections.filter(({ open }) => open).map(({ integration, source }) => declaredOpen(integration, source)),
    deliveries(pipelineStatus),
    numbers(pipelineStatus),
  ]
}

function withoutSecret(integration: string, source: string): Finding {
  const todo = 'Set it on the settings page; nothing is accepted there until then.'
  return { what: `connection ${integration}/${source}`, state: 'missing', found: 'it has no secret', todo }
}

function declaredOpen(integration: string, source: string): Finding {
  return {
    what: `connection ${integration}/${source}`,
    state: 'warning',
    found: 'it accepts unsigned deliveries',
    todo: 'Give it a secret if its sender can sign.',
  }
}

function deliveries({ deadDeliveries, refusedDeliveries }: Report['pipelineStatus']): Finding {
  if (deadDeliveries > 0) {
    const todo = 'See why on the deliveries page, then `windsock replay --dead`.'
    return { what: 'deliveries', state: 'warning', found: `${deadDeliveries} were given up`, todo }
  }
  if (refusedDeliveries > 0)
    return { what: 'deliveries', state: 'warning', found: `${refusedDeliveries} were refused`, todo: 'See why on the deliveries page.' }
  return { what: 'deliveries', state: 'ok', found: 'none was given up or refused' }
}

function numbers({ events, pendingDeliveries, pendingServices, lagSeconds }: Report['pipelineStatus']): Finding {
  if (events === 0)
    return { what: 'events', state: 'warning', found: 'there are none yet', todo: 'Try `windsock import git .` in a checkout of yours.' }
  const found = `${events} events; ${pendingDeliveries} deliveries and ${pendingServices} services wait, the oldest for ${Math.round(lagSeconds)} s`
  if (lagSeconds <= LATE_SECONDS) return { what: 'events', state: 'ok', found }
  return { what: 'events', state: 'warning', found, todo: 'The worker is behind: look at its log.' }
}
