import type { Presets } from '../mapping/mapping.js'

const ENVIRONMENT = '$settings.environment ? $settings.environment : "production"'

/** The job with its folders: a branch of a multibranch job has only the branch for a name. */
const JENKINS_RUN = '(url ? $replace($replace(url, /^job\\/|\\/$/, ""), "/job/", "/") : name) & "#" & build.number'

/** Of the phase: a number since there are notifications with times. */
const JENKINS_TIME = '$type(build.timestamp) = "number" ? build.timestamp : $receivedAt'

const JENKINS_PLACE = {
  deployment: JENKINS_RUN,
  service: '$settings.service ? $settings.service : $replace(name, /-deploy$/, "")',
  environment: ENVIRONMENT,
  version: 'build.parameters.VERSION',
  commit: 'build.scm.commit',
  repository: 'build.scm.url',
  url: 'build.full_url',
}

/** Pipelines of GitHub OAuth and Bitbucket Cloud have `vcs`, all others `trigger_parameters`, with empty texts for what is not known. */
const firstOf = (...paths: string[]) => `[${paths.join(', ')}][$ != ""][0]`
const CIRCLECI_GIT = 'pipeline.trigger_parameters.git'

const CIRCLECI_PLACE = {
  deployment: 'workflow.id',
  service: '$settings.service ? $settings.service : project.name',
  environment: ENVIRONMENT,
  commit: firstOf('pipeline.vcs.revision', `${CIRCLECI_GIT}.checkout_sha`),
  repository: firstOf('pipeline.vcs.origin_repository_url', `${CIRCLECI_GIT}.checkout_url`, `${CIRCLECI_GIT}.repo_url`),
  url: 'workflow.url',
}

const BUILDKITE_PLACE = {
  deployment: 'build.id',
  service: '$settings.service ? $settings.service : pipeline.slug',
  environment: ENVIRONMENT,
  commit: 'build.commit and $match(build.commit, /^[0-9a-f]{40}$/) ? build.commit',
  repository: 'pipeline.repository',
  url: 'build.web_url',
}

const BUILDKITE_OUTCOME =
  '$lookup({"passed": "succeeded", "failed": "failed", "canceled": "cancelled", "skipped": "skipped", "not_run": "skipped"}, build.state)'

/** RFC 3339, or `2026-03-02 11:00:00 UTC`. */
const buildkiteTime = (path: string) => `${path} ? $replace($replace(${path}, " UTC", "Z"), " ", "T") : $receivedAt`

const CIRCLECI_OUTCOMES =
  '$lookup({"success": "succeeded", "failed": "failed", "error": "failed", "canceled": "cancelled", "unauthorized": "cancelled"}, workflow.status)'
const DEPLOYS = '$settings.workflow ? workflow.name = $settings.workflow : $contains(workflow.name, "deploy")'

export const presets: Presets = {
  jenkins: [
    { type: 'deployment.started', when: 'build.phase = "STARTED"', id: JENKINS_RUN, time: JENKINS_TIME, data: JENKINS_PLACE },
    {
      type: 'deployment.finished',
      when: 'build.phase = "FINALIZED"',
      id: JENKINS_RUN,
      time: JENKINS_TIME,
      data: {
        ...JENKINS_PLACE,
        outcome:
          '$lookup({"SUCCESS": "succeeded", "UNSTABLE": "failed", "FAILURE": "failed", "ABORTED": "cancelled", "NOT_BUILT": "skipped"}, build.status)',
      },
    },
  ],
  circleci: [
    {
      type: 'deployment.started',
      when: `type = "workflow-completed" and (${DEPLOYS})`,
      id: 'workflow.id',
      time: 'workflow.created_at',
      data: CIRCLECI_PLACE,
    },
    {
      type: 'deployment.finished',
      when: `type = "workflow-completed" and (${DEPLOYS})`,
      id: 'workflow.id',
      time: 'workflow.stopped_at ? workflow.stopped_at : happened_at',
      data: { ...CIRCLECI_PLACE, outcome: CIRCLECI_OUTCOMES },
    },
  ],
  buildkite: [
    {
      type: 'deployment.started',
      when: 'event = "build.running"',
      id: 'build.id',
      time: buildkiteTime('build.started_at'),
      data: BUILDKITE_PLACE,
    },
    {
      type: 'deployment.finished',
      when: `event in ["build.finished", "build.skipped"] and (build.blocked ? false : true) and $exists(${BUILDKITE_OUTCOME})`,
      id: 'build.id',
      time: buildkiteTime('build.finished_at'),
      data: { ...BUILDKITE_PLACE, outcome: BUILDKITE_OUTCOME },
    },
  ],
}
