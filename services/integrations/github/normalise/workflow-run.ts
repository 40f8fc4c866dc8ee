import type { EventInput, Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { readWorkflowRun, type WorkflowRun } from '../payload.js'
import type { DeployWorkflow, GithubSettings } from '../settings.js'
import { OUTCOMES, revisionOf } from './attempts.js'
import { identifier } from '../../identifier.js'
import { serviceOf, triggerOf, versionOf } from './rollout.js'

const CHECKS = new Set(['pull_request', 'pull_request_target', 'pull_request_review', 'merge_group'])

export function normaliseWorkflowRun(payload: Field, { source, action, settings }: Context): Normalised {
  const run = readWorkflowRun(payload)
  const declared = settings.deployWorkflows.filter((workflow) => isOf(workflow, run))
  const reason = reasonForNothing(run, action, declared.length > 0)
  if (reason !== undefined) return { events: [], reason }
  return { events: declared.flatMap((workflow) => toEvents(run, action, workflow, settings, source)) }
}

export function isOf({ name, repository, branch }: DeployWorkflow, run: WorkflowRun): boolean {
  const isHere = repository === undefined || repository.toLowerCase() === run.repository.fullName.toLowerCase()
  return isHere && run.names.includes(name) && (branch === undefined || branch === run.headBranch)
}

function reasonForNothing(run: WorkflowRun, action: string, isDeclared: boolean): string | undefined {
  const name = run.names[0] ?? String(run.id)
  if (!isDeclared) return undeclared(name, run)
  if (CHECKS.has(run.event)) return `This run of "${name}" checks a pull request (${run.event}), so it is not counted as a deployment.`
  if (action === 'in_progress') return undefined
  if (action !== 'completed') return `This run of "${name}" is only ${action || 'announced'}; it counts once it is in progress or completed.`
  if (run.conclusion === undefined) return `This run of "${name}" says it is completed but has no conclusion (status ${run.status}).`
  if (!OUTCOMES.has(run.conclusion)) return `This run of "${name}" ended as "${run.conclusion}", which is not an end of a rollout.`
  return undefined
}

function undeclared(name: string, run: WorkflowRun): string {
  return `Workflow "${name}" of ${run.repository.fullName} is not declared as a deployment (branch ${run.headBranch ?? 'unknown'}). If it deploys, add it to deployWorkflows in the settings of this connection.`
}

function toEvents(run: WorkflowRun, action: string, workflow: DeployWorkflow, settings: GithubSettings, source: string): EventInput[] {
  const { repository, id, attempt, startedAt, updatedAt } = run
  const service = workflow.service ?? serviceOf(repository, settings)
  const { environment } = workflow
  const deployment = identifier('github', repository.fullName, 'run', id, service, environment)
  const data = { ...runData(run), deployment, service, environment }
  const idOf = (what: string) => identifier('workflow-run', repository.fullName, id, attempt, what, service, environment)
  if (action === 'in_progress') return [{ id: idOf('in_progress'), source, type: 'deployment.started', time: startedAt, revision: attempt, data }]
  const outcome = OUTCOMES.get(run.conclusion ?? '')
  const revision = revisionOf(outcome, attempt)
  return [
    { id: idOf('started'), source, type: 'deployment.started', time: startedAt, revision, data },
    { id: idOf('finished'), source, type: 'deployment.finished', time: updatedAt, revision, data: { ...data, outcome } },
  ]
}

function runData({ repository, headSha, headBranch, event, actor, url }: WorkflowRun): Record<string, unknown> {
  return {
    version: versionOf(headBranch, headSha),
    commit: headSha,
    repository: repository.address,
    trigger: triggerOf(event, actor),
    actor: actor?.login,
    url,
  }
}
