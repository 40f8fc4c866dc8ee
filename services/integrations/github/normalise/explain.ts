import type { Normalised } from '../../result.js'
import { clip } from '../../fields.js'

const REVIEWS = 'A comment is no review of its own. Subscribe to "Pull request reviews" for when a pull request was reviewed and approved.'
const DISCUSSION = 'Conversation is not recorded; there is no deployment, change or incident in it. You can unsubscribe from it.'
const PLANNING = 'Planning boards, labels and milestones are not recorded. You can unsubscribe from them.'
const PEOPLE = 'Who belongs to what, and who follows what, is not recorded. You can unsubscribe from it.'
const ADMINISTRATION = 'Settings of repositories and installations are not recorded. You can unsubscribe from them.'
const SECURITY = 'Security alerts are not recorded: they are neither a deployment nor an incident in production. You can unsubscribe from them.'
const PACKAGES = 'A package event does not name a digest in a fixed place. Send artifact.published to /v1/events from the job that pushes it.'

const reasons = new Map<string, string>([
  ['ping', 'The webhook is connected. This greeting has nothing to record; the next push or deployment will.'],
  ['create', 'A new branch or tag changes no commit. Subscribe to "Pushes" for the commits in it.'],
  ['delete', 'A deleted branch or tag changes no commit; what was deployed from it stays recorded.'],
  ['workflow_dispatch', 'A workflow was asked to run, which is no deployment yet. Subscribe to "Workflow runs" for how it went.'],
  ['repository_dispatch', 'This triggers workflows and is no deployment itself. Subscribe to "Workflow runs" for how they went.'],
  ['merge_group', 'A merge queue builds a trial commit. The commits are recorded when they are pushed to the branch.'],
  [
    'deployment_protection_rule',
    'GitHub asks an app to decide and never tells how it did, so an approval recorded here would stay open for ever. The deployment statuses say how it went on.',
  ],
  ['page_build', 'A GitHub Pages build also arrives as a deployment. Subscribe to "Deployments" and "Deployment statuses" for it.'],
  ['package', PACKAGES],
  ['registry_package', PACKAGES],
  ['pull_request_review_comment', REVIEWS],
  ['pull_request_review_thread', REVIEWS],
  ['meta', 'This webhook was deleted on GitHub: nothing more will come from it. Add it again if that was not meant.'],
  ...all(DISCUSSION, 'commit_comment', 'content_reference', 'discussion', 'discussion_comment', 'gollum', 'issue_comment'),
  ...all(
    PLANNING,
    'label',
    'milestone',
    'project',
    'project_card',
    'project_column',
    'projects_v2',
    'projects_v2_item',
    'sub_issues',
    'issue_dependencies',
  ),
  ...all(PEOPLE, 'fork', 'member', 'membership', 'org_block', 'organization', 'sponsorship', 'star', 'team', 'team_add', 'watch', 'user'),
  ...all(
    ADMINISTRATION,
    'branch_protection_rule',
    'branch_protection_configuration',
    'cache_sync',
    'custom_property',
    'custom_property_values',
    'deploy_key',
    'enterprise',
  ),
  ...all(
    ADMINISTRATION,
    'github_app_authorization',
    'installation',
    'installation_repositories',
    'installation_target',
    'marketplace_purchase',
    'public',
  ),
  ...all(ADMINISTRATION, 'repository', 'repository_import', 'repository_ruleset'),
  ...all(SECURITY, 'code_scanning_alert', 'dependabot_alert', 'repository_advisory', 'repository_vulnerability_alert', 'secret_scanning_alert'),
  ...all(SECURITY, 'secret_scanning_alert_location', 'security_advisory', 'security_and_analysis'),
])

/** For the payloads that never give events: why, and what to do to get what one may have hoped for. */
export function explain(event: string, action: string): Normalised {
  const what = action === '' ? event : `${event} (${action})`
  const why =
    reasons.get(event) ??
    'Windsock does not know this kind of GitHub event; it reads pushes, pull requests, reviews, deployments, workflow runs and jobs, checks, releases and issues.'
  return { events: [], reason: `${clip(what, 200)}: ${why}` }
}

function all(reason: string, ...events: string[]): [string, string][] {
  return events.map((event) => [event, reason])
}
