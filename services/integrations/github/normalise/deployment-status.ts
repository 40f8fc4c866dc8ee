import type { Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type DeploymentStatus, readDeploymentStatus } from '../payload.js'
import { deploymentData } from './deployment.js'
import { identifier } from '../../identifier.js'

const PROGRESS = new Set(['waiting', 'queued', 'pending', 'in_progress'])
const OUTCOMES = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
])

export function normaliseDeploymentStatus(payload: Field, { source, settings }: Context): Normalised {
  const status = readDeploymentStatus(payload)
  const said = whatItSays(status)
  if (said === undefined) return { events: [], reason: reasonForNothing(status) }
  const { deployment } = status
  const environment = status.environment ?? deployment.environment
  const event = {
    id: identifier('deployment-status', deployment.repository.fullName, status.id),
    source,
    type: said.type,
    time: status.createdAt,
    data: { ...deploymentData(deployment, settings), environment, url: status.url ?? deployment.run?.url, ...said.data },
  }
  return { events: [event] }
}

function whatItSays({ state }: DeploymentStatus): { type: string; data: Record<string, unknown> } | undefined {
  const outcome = OUTCOMES.get(state)
  if (outcome !== undefined) return { type: 'deployment.finished', data: { outcome } }
  return PROGRESS.has(state) ? { type: 'deployment.progressed', data: { stage: { name: state, status: state } } } : undefined
}

function reasonForNothing({ state, deployment }: DeploymentStatus): string {
  if (state !== 'inactive') return `Deployment ${deployment.id} has the status "${state}", which says nothing about how the rollout went.`
  return `Deployment ${deployment.id} is inactive: a later one took its place, which is no failure and does not change how it ended.`
}
