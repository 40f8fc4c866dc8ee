import type { Presets } from '../mapping/mapping.js'

const ENVIRONMENT = '$settings.environment ? $settings.environment : "production"'

const JENKINS_PLACE = {
  deployment: 'name & "#" & build.number',
  service: '$settings.service ? $settings.service : $replace(name, /-deploy$/, "")',
  environment: ENVIRONMENT,
  version: 'build.parameters.VERSION',
  commit: 'build.scm.commit',
  url: 'build.full_url',
}

const CIRCLECI_PLACE = {
  deployment: 'workflow.id',
  service: '$settings.service ? $settings.service : project.name',
  environment: ENVIRONMENT,
  commit: 'pipeline.vcs.revision',
  repository: 'pipeline.vcs.origin_repository_url',
  url: 'workflow.url',
}

const BUILDKITE_PLACE = {
  deployment: 'build.id',
  service: '$settings.service ? $settings.service : pipeline.slug',
  environment: ENVIRONMENT,
  commit: '$match(build.commit, /^[0-9a-f]{40}$/) ? build.commit',
  repository: 'pipeline.repository',
  url: 'build.web_url',
}

const CIRCLECI_OUTCOMES =
  '$lookup({"success": "succeeded", "failed": "failed", "error": "failed", "canceled": "cancelled", "unauthorized": "cancelled"}, workflow.status)'
const DEPLOYS = '$settings.workflow ? workflow.name = $settings.workflow : $contains(workflow.name, "deploy")'

export const presets: Presets = {
  jenkins: [
    { type: 'deployment.started', when: 'build.phase = "STARTED"', id: 'name & "#" & build.number', time: 'build.timestamp', data: JENKINS_PLACE },
    {
      type: 'deployment.finished',
      when: 'build.phase = "FINALIZED"',
      id: 'name & "#" & build.number',
      time: '$receivedAt',
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
      time: 'workflow.stopped_at',
      data: { ...CIRCLECI_PLACE, outcome: CIRCLECI_OUTCOMES },
    },
  ],
  buildkite: [
    { type: 'deployment.started', when: 'event = "build.running"', id: 'build.id', time: 'build.started_at', data: BUILDKITE_PLACE },
    {
      type: 'deployment.finished',
      when: 'event = "build.finished"',
      id: 'build.id',
      time: 'build.finished_at',
      data: {
        ...BUILDKITE_PLACE,
        outcome:
          '$lookup({"passed": "succeeded", "failed": "failed", "canceled": "cancelled", "skipped": "skipped", "not_run": "skipped"}, build.state)',
      },
    },
  ],
}
