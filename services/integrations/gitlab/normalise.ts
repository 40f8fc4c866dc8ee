import { type Field, at, optional, optionalName, rootField } from '../fields.js'
import { IntegrationError, type NormaliseInput } from '../integration.js'
import type { Normalised } from '../result.js'
import { normaliseDeployment } from './normalise/deployment.js'
import { explain } from './normalise/explain.js'
import { normaliseIssue } from './normalise/issue.js'
import { normaliseJob } from './normalise/job.js'
import { normaliseMergeRequest } from './normalise/merge-request.js'
import { normaliseNote } from './normalise/merge-request-review.js'
import { normalisePipeline } from './normalise/pipeline.js'
import { normalisePush } from './normalise/push.js'
import { normaliseRelease } from './normalise/release.js'
import { type GitlabSettings, readSettings } from './settings.js'

/** What every mapping gets. `source` is that of the events. */
export type Context = { source: string; settings: GitlabSettings }

type Mapping = (payload: Field, context: Context) => Normalised

const mappings = new Map<string, Mapping>([
  ['push', normalisePush],
  ['merge_request', normaliseMergeRequest],
  ['note', normaliseNote],
  ['deployment', normaliseDeployment],
  ['build', normaliseJob],
  ['pipeline', normalisePipeline],
  ['release', normaliseRelease],
  ['issue', normaliseIssue],
  ['work_item', normaliseIssue],
  ['incident', normaliseIssue],
])

export function normalise({ body, source, settings }: NormaliseInput): Normalised {
  const payload = rootField(body)
  const kind = optional(at(payload, 'object_kind'), optionalName) ?? optional(at(payload, 'event_name'), optionalName)
  if (kind === undefined)
    throw new IntegrationError('bad_payload', 'object_kind must be a text, but is missing: nobody can tell what this delivery is.')
  const mapping = mappings.get(kind)
  return mapping === undefined ? explain(kind) : mapping(payload, { source: `gitlab/${source}`, settings: readSettings(settings) })
}
