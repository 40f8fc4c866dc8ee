import { findIntegration } from '../integrations/index.js'
import { IntegrationError, type Headers, type Integration } from '../integrations/integration.js'
import type { Connections, KnownConnection } from './connections.js'
import type { Accepted } from './delivery.js'
import type { Intake } from './intake.js'
import type { Refusals } from './refusals.js'
import { keepHeaders, scrubText } from './scrub.js'

export interface HookRequest {
  integration: string
  source: string
  headers: Headers
  body: Buffer
  receivedAt: Date
  newId: () => string
}

export type HookAnswer =
  | { kind: 'accepted'; accepted: Accepted }
  | { kind: 'unknown_integration' }
  | { kind: 'refused'; reason: string }
  | { kind: 'not_json'; reason: string }
  | { kind: 'no_room' }

export interface HookDeps {
  connections: Pick<Connections, 'find'>
  intake: Pick<Intake, 'accept'>
  refusals: Refusals
  onError(error: unknown): void
}

/** Lets in a provider's delivery if its signature is good, and makes it durable. The signature is of the bytes as sent. */
export async function acceptHook(deps: HookDeps, request: HookRequest): Promise<HookAnswer> {
  const integration = findIntegration(request.integration)
  if (!integration) return { kind: 'unknown_integration' }
  const connection = await deps.connections.find(request.integration, request.source)
  const reason = await reasonToRefuse(integration, connection, request)
  if (reason !== null) {
    const { source, body } = request
    // The answer is no in any case; a note that cannot be written must not turn it into something else.
    await deps.refusals.record({ integration: integration.id, source, reason, size: body.length }).catch(deps.onError)
    return { kind: 'refused', reason }
  }
  return await keep(deps, integration, request)
}

async function reasonToRefuse(integration: Integration, connection: KnownConnection | null, request: HookRequest): Promise<string | null> {
  if (!connection) return `There is no connection named ${request.source.slice(0, 100)} for ${integration.title}.`
  if (connection.open) return null
  if (!connection.secret) return 'This connection has no secret and is not declared open.'
  const { headers, body: rawBody, receivedAt: now } = request
  try {
    const verification = await integration.verify({ headers, rawBody, secret: connection.secret, now, settings: connection.settings })
    return verification.ok ? null : verification.reason
  } catch (error) {
    // Settings that say how a sender proves itself, and say it wrongly.
    if (error instanceof IntegrationError) return error.message
    throw error
  }
}

async function keep(deps: HookDeps, integration: Integration, request: HookRequest): Promise<HookAnswer> {
  const text = scrubText(request.body.toString('utf8'))
  if (!isJson(text)) return { kind: 'not_json', reason: 'The body is not JSON; set the content type of the webhook to application/json.' }
  const { headers, source, receivedAt } = request
  const contentType = headers['content-type']
  const accepted = await deps.intake.accept({
    integration: integration.id,
    source,
    deliveryId: integration.deliveryId(headers) ?? request.newId(),
    receivedAt,
    headers: keepHeaders(headers as Record<string, string | string[] | undefined>),
    contentType: typeof contentType === 'string' ? contentType : null,
    body: Buffer.from(text),
  })
  return accepted ? { kind: 'accepted', accepted } : { kind: 'no_room' }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
