import type { Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type Deployment, readDeployment } from '../payload.js'
import type { GithubSettings } from '../settings.js'
import { identifier } from '../../identifier.js'
import { serviceOf, triggerOf, versionOf } from './rollout.js'

export function normaliseDeployment(payload: Field, { source, action, settings }: Context): Normalised {
  if (action !== 'created') return { events: [], reason: `A deployment that is "${action}" has not started anything; only "created" does.` }
  const deployment = readDeployment(payload)
  const started = {
    id: identifier('deployment', deployment.repository.fullName, deployment.id),
    source,
    type: 'deployment.started',
    time: deployment.createdAt,
    data: { ...deploymentData(deployment, settings), url: deployment.run?.url },
  }
  return { events: [started] }
}

/** What a deployment and each of its statuses say about the rollout. */
export function deploymentData(deployment: Deployment, settings: GithubSettings): Record<string, unknown> {
  const { repository, id, sha, ref, task, environment, creator, extra, run } = deployment
  return {
    deployment: identifier('github', repository.fullName, 'deployment', id),
    service: extra.service ?? serviceOf(repository, settings),
    environment,
    version: extra.version ?? versionOf(ref, sha),
    commit: sha,
    repository: repository.address,
    artifactDigest: extra.artifactDigest,
    kind: task === 'rollback' || task === 'hotfix' ? task : undefined,
    trigger: triggerOf(run?.event, creator),
    actor: creator?.login,
  }
}
