import { rootField } from '../fields.js'
import type { NormaliseInput } from '../integration.js'
import type { Normalised } from '../result.js'
import { explain } from './normalise/explain.js'
import { normaliseIncident, readsIncident } from './normalise/incident.js'
import { readEnvelope } from './payload.js'
import { readSettings } from './settings.js'

export function normalise({ body, source, settings }: NormaliseInput): Normalised {
  const envelope = readEnvelope(rootField(body))
  if (!readsIncident(envelope.type)) return explain(envelope.type)
  return normaliseIncident(envelope, `pagerduty/${source}`, readSettings(settings))
}
