import type { Approval, Change, Deployment, Incident, Place } from './facts.js'

export const PLAIN_PLACE: Place = {
  service: 'payments',
  team: 'checkout',
  tier: '1',
  environment: 'production',
  production: true,
  regions: ['eu', 'us'],
  trigger: 'human',
  kind: 'change',
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A rollout of ten minutes that succeeded and of which nothing more is known. */
export function plainDeployment(id: string, anchor: number, rest: Partial<Deployment> = {}): Deployment {
  return {
    ...PLAIN_PLACE,
    id,
    anchor,
    startedAt: anchor - 10 * MINUTE_MS,
    outcome: 'succeeded',
    commit: '',
    digest: '',
    risk: '',
    teamThen: 'checkout',
    rolledBackBy: '',
    rolledBackByFirstAfter: '',
    hotfixedBy: '',
    revertedBy: '',
    rolledBackAt: null,
    rolledBackFirstAfterAt: null,
    hotfixedAt: null,
    revertedAt: null,
    restoredAt: null,
    decisionAt: null,
    decisionSource: '',
    decisionAutomated: false,
    blamedFor: [],
    validations: [],
    slis: [],
    unknownChanges: false,
    unknownInEnvironment: rest.unknownChanges ?? false,
    provenance: {},
    ...rest,
  }
}

/** A change that is counted, committed an hour before and authored two hours before it serves. */
export function plainChange(sha: string, anchor: number, rest: Partial<Change> = {}): Change {
  const leadTimeMs = rest.leadTimeMs ?? HOUR_MS
  return {
    ...PLAIN_PLACE,
    deployment: `of ${anchor}`,
    sha,
    anchor,
    state: 'counted',
    environmentState: rest.state ?? 'counted',
    teamThen: 'checkout',
    risk: '',
    committedAt: anchor - leadTimeMs,
    pullRequest: 0,
    openedAt: null,
    mergedAt: null,
    leadTimeMs,
    authoredLeadTimeMs: leadTimeMs + HOUR_MS,
    stages: [0, 0, 0, 0, 0, 0, Math.max(0, leadTimeMs)],
    knownStages: [false, false, false, false, false, false, leadTimeMs > 0],
    clusterSize: rest.state === undefined || rest.state === 'counted' ? 1 : 0,
    leadsCluster: rest.state === undefined || rest.state === 'counted',
    ...rest,
  }
}

/** An incident declared to be a deployment's, detected after one hour and mitigated after two. */
export function plainIncident(id: string, anchor: number, rest: Partial<Incident> = {}): Incident {
  return {
    ...PLAIN_PLACE,
    id,
    anchor,
    severity: 'major',
    detectedAt: anchor + HOUR_MS,
    mitigatedAt: anchor + 2 * HOUR_MS,
    mitigatedBy: 'mitigated',
    method: 'declared',
    confidence: 1,
    deployments: ['d-failed'],
    attributedService: '',
    attributedTeam: '',
    attributedTier: '',
    teamThen: 'checkout',
    attributedTeamThen: '',
    attributedEnvironment: '',
    declaredUnrelated: false,
    recentChanceMs: 0,
    impact: null,
    ...rest,
  }
}

/** An approval that a person granted after an hour. */
export function plainApproval(id: string, requestedAt: number, rest: Partial<Approval> = {}): Approval {
  const { service, team, tier, environment, production } = PLAIN_PLACE
  return {
    service,
    team,
    tier,
    environment,
    production,
    id,
    teamThen: 'checkout',
    group: 'sre',
    risk: '',
    requestedAt,
    decidedAt: requestedAt + HOUR_MS,
    withdrawnAt: null,
    decision: 'granted',
    automated: false,
    ...rest,
  }
}
