import { clip } from '../../fields.js'
import type { Normalised } from '../../result.js'

const DISCUSSION = 'Conversation is not recorded; there is no deployment, change or incident in it. You can switch it off on the webhook.'
const PLANNING = 'Planning, members, groups and tokens are not recorded. You can switch it off on the webhook.'

const reasons = new Map<string, string>([
  [
    'tag_push',
    'A tag brings no commits of its own: they are counted when they are pushed to a branch. A release of the tag arrives as a release event.',
  ],
  ['note', 'Comments are read only on merge requests, where they say when one was first reviewed.'],
  ['emoji', DISCUSSION],
  ['wiki_page', DISCUSSION],
  ['feature_flag', 'The payload says neither where a flag was changed nor when. Send flag.changed to /v1/events.'],
  [
    'vulnerability',
    'Vulnerabilities are not recorded: they are neither a deployment nor an incident in production. You can switch them off on the webhook.',
  ],
  ['milestone', PLANNING],
  ['access_token', PLANNING],
  ['deploy_token', PLANNING],
  ['repository_update', 'System hooks send this beside push events, which are the ones that are read.'],
])
const PLANNED = /^(user|project|group|subgroup|key|gitlab_subscription)_/
const UNKNOWN =
  'Windsock does not know this kind of GitLab event; it reads pushes, merge requests and comments on them, deployments, jobs, pipelines, releases and incidents.'

/** For the payloads that never give events: why, and what to do to get what one may have hoped for. */
export function explain(kind: string): Normalised {
  return { events: [], reason: `${clip(kind, 200)}: ${reasons.get(kind) ?? (PLANNED.test(kind) ? PLANNING : UNKNOWN)}` }
}
