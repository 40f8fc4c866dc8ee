import { VERIFIER_SOURCE } from '../../domain/attestation.js'
import type { ParsedEvent } from '../../domain/event.js'
import { decodeBody } from '../../integrations/events/decode.js'
import type { FieldError } from '../../integrations/events/errors.js'
import { parseEvent } from '../../integrations/events/parse.js'
import { findIntegration } from '../../integrations/index.js'
import type { ConnectionSettings } from '../../integrations/integration.js'
import type { InboxEntry } from '../../store/control/entities/inbox-entry.js'
import { checkItem, type CheckedItem } from './check-item.js'

/** The integration under which what comes in at /v1/events is kept. */
export const OWN_EVENTS = 'events'

export interface Interpretation {
  events: ParsedEvent[]
  /** Why something of it gave nothing, in words. */
  reasons: string[]
  /** What was wrong with the parts that were refused. */
  refused: string[]
}

/** What a kept delivery says. Throws where it says nothing that can be understood, now or later. */
export async function interpret(entry: InboxEntry, settings: ConnectionSettings): Promise<Interpretation> {
  return entry.integration === OWN_EVENTS ? interpretOwn(entry) : interpretProvider(entry, settings)
}

function interpretOwn({ headers, contentType, body, receivedAt }: InboxEntry): Interpretation {
  const decoded = decodeBody({ headers: { ...headers, 'content-type': contentType ?? undefined }, body })
  if ('error' in decoded) throw new Error(decoded.error)
  return collect(decoded.items.map((item) => checkItem(item, receivedAt)))
}

async function interpretProvider(entry: InboxEntry, settings: ConnectionSettings): Promise<Interpretation> {
  const { headers, contentType, body, source, receivedAt } = entry
  const integration = findIntegration(entry.integration)
  if (!integration) throw new Error(`There is no integration named ${entry.integration}.`)
  const { events, reason } = await integration.normalise({
    headers: { ...headers, 'content-type': contentType ?? undefined },
    body: JSON.parse(body.toString('utf8')),
    source,
    receivedAt: receivedAt.toISOString(),
    settings,
  })
  const parsed = events.map((event) => parseEvent(event, { now: receivedAt }))
  const checked = parsed.map((result): CheckedItem => (result.ok ? checkSource(result.event) : result))
  return collect(reason === undefined ? checked : [...checked, { ok: true, events: [], reason }])
}

/** What Windsock says it verified itself comes from no provider. */
function checkSource(event: ParsedEvent): CheckedItem {
  if (event.source !== VERIFIER_SOURCE) return { ok: true, events: [event] }
  return { ok: false, errors: [{ path: 'source', message: `the source ${VERIFIER_SOURCE} is Windsock's own` }] }
}

function collect(items: readonly CheckedItem[]): Interpretation {
  return {
    events: items.flatMap((item) => (item.ok ? item.events : [])),
    reasons: items.flatMap((item) => (item.ok && item.reason !== undefined ? [item.reason] : [])),
    refused: items.flatMap((item) => (item.ok ? [] : [describe(item.errors)])),
  }
}

function describe(errors: readonly FieldError[]): string {
  return errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
}
