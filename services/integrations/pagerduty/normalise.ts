import { rootField } from '../fields.js'
import type { NormaliseInput } from '../integration.js'
import type { Normalised } from '../result.js'
import { explain } from './normalise/explain.js'
import { normaliseIncident, readsIncident } from './normalise/incident.js'
import { NOTE, normaliseNote } from './normalise/note.js'
import { readEnvelope } from './payload.js'
import { readSettings } from './settings.js'

export function normalise({ body, source, settings }: NormaliseInput): Normalised {
  const envelope = readEnvelope(rootField(body))
  const from = `pagerduty/${source}`
  if (envelope.type === NOTE) return normaliseNote(envelope, from)
  return readsIncident(envelope.type) ? normaliseIncident(envelope, from, readSettings(settings)) : explain(envelope.type)
}
