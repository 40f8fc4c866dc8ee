import { IN_SCOPE, instantOf, scopeParams, type Evidence, type Finding, type FindingRule, type FindingScope } from './finding.js'

type Step = 'built' | 'approved' | 'promoted'
/** A digest that a step of the way to production named, and when. */
export type Named = { step: Step; digest: string; what: string; at: Date | null }

type Rollout = {
  service: string
  environment: string
  id: string
  release_id: string
  version_name: string
  commit: string
  artifact_digest: string
  anchor: string
}
type Artifact = { service: string; digest: string; version_name: string; commit: string; published_at: string | null; detail: string }
type Approval = {
  service: string
  environment: string
  id: string
  version_name: string
  release_id: string
  deployment: string
  artifact_digest: string
  decided_at: string | null
}

export const artifactMismatch: FindingRule = {
  kind: 'artifact_mismatch',
  code: 'F4',
  title: 'Artifact mismatch',
  description: 'What was deployed has another digest than what was built for its version or commit, approved for it, or promoted to its environment.',
  find: findMismatches,
}

async function findMismatches(scope: FindingScope): Promise<Finding[]> {
  const rollouts = await scope.analytics.query<Rollout>(
    `SELECT service, environment, id, release_id, version_name, commit, artifact_digest, anchor FROM deployments FINAL
     WHERE artifact_digest != '' AND outcome IN ('succeeded', 'failed', 'rolled_back', 'running')
       AND anchor >= {from:DateTime64(3)} AND anchor < {to:DateTime64(3)} AND ${IN_SCOPE} ORDER BY anchor DESC, id`,
    scopeParams(scope),
  )
  if (rollouts.length === 0) return []
  const services = [...new Set(rollouts.map(({ service }) => service))]
  const [artifacts, approvals] = await Promise.all([
    scope.analytics.query<Artifact>(
      'SELECT service, digest, version_name, commit, published_at, detail FROM artifacts FINAL WHERE service IN {services:Array(String)} ORDER BY service, digest',
      { services },
    ),
    scope.analytics.query<Approval>(
      `SELECT service, environment, id, version_name, release_id, deployment, artifact_digest, decided_at FROM approvals FINAL
       WHERE service IN {services:Array(String)} AND decision = 'granted' AND artifact_digest != '' ORDER BY service, id`,
      { services },
    ),
  ])
  return rollouts.flatMap((rollout) => {
    const named = namedFor(rollout, artifacts, approvals)
    const wrong = mismatches(rollout.artifact_digest, named)
    return wrong.length > 0 ? [findingOf(rollout, named, wrong)] : []
  })
}

/** The steps that name digests, of which none is the deployed one. */
export function mismatches(deployed: string, named: readonly Named[]): Step[] {
  const steps: Step[] = ['built', 'approved', 'promoted']
  return steps.filter((step) => {
    const own = named.filter((one) => one.step === step)
    return own.length > 0 && own.every(({ digest }) => digest !== deployed)
  })
}

function namedFor(rollout: Rollout, artifacts: readonly Artifact[], approvals: readonly Approval[]): Named[] {
  const own = artifacts.filter(
    ({ service, version_name, commit }) =>
      service === rollout.service && ((version_name !== '' && version_name === rollout.version_name) || (commit !== '' && commit === rollout.commit)),
  )
  const built = own.map(({ digest, published_at }): Named => ({ step: 'built', digest, what: 'built', at: instantOf(published_at) }))
  const promoted = own.flatMap(({ digest, detail }) =>
    promotionsOf(detail)
      .filter(({ to }) => to === rollout.environment)
      .map(({ at }): Named => ({ step: 'promoted', digest, what: `promoted to ${rollout.environment}`, at: at === null ? null : new Date(at) })),
  )
  const approved = approvals
    .filter((approval) => approval.service === rollout.service && approval.environment === rollout.environment && isFor(approval, rollout))
    .map(({ id, artifact_digest, decided_at }): Named => ({
      step: 'approved',
      digest: artifact_digest,
      what: `approved by ${id}`,
      at: instantOf(decided_at),
    }))
  return [...built, ...approved, ...promoted]
}

function promotionsOf(detail: string): { to: string; at: number | null }[] {
  return (JSON.parse(detail) as { promotions?: { to: string; at: number | null }[] }).promotions ?? []
}

function isFor(approval: Approval, { id, release_id, version_name }: Rollout): boolean {
  if (approval.deployment !== '') return approval.deployment === id
  return approval.release_id === release_id || (approval.version_name !== '' && approval.version_name === version_name)
}

function findingOf(rollout: Rollout, named: readonly Named[], wrong: readonly Step[]): Finding {
  const { service, environment, id, release_id, version_name, artifact_digest, anchor } = rollout
  const evidence: Evidence[] = [
    { label: 'deployed', value: artifact_digest, at: new Date(anchor) },
    ...named.map(({ what, digest, at }) => ({ label: what, value: digest, at })),
  ]
  return {
    id: `artifact_mismatch/${service}/${environment}/${id}`,
    kind: 'artifact_mismatch',
    title: `${service} ${version_name || id} runs in ${environment} as something that was not ${wrong.join(', nor ')}`,
    detail: `The digest deployed is none of those ${wrong.join(' and ')} for this version.`,
    nextStep: 'Find out what was deployed and from where; deploy the artifact that was built and approved, or correct the record.',
    since: new Date(anchor),
    service,
    environment,
    release: release_id,
    deployment: id,
    evidence,
  }
}
