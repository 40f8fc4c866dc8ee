/** The facts that measures count, as plain records; `anchor` and other times are epoch milliseconds. */
export type Place = {
  service: string
  team: string
  tier: string
  environment: string
  production: boolean
  regions: string[]
  trigger: string
  kind: string
}

export type Deployment = Place & {
  id: string
  /** Its end; a rollout that still runs has none, and counts by its start. */
  anchor: number
  startedAt: number
  outcome: string
  commit: string
  digest: string
  risk: string
  teamThen: string
  rolledBackBy: string
  rolledBackByFirstAfter: string
  hotfixedBy: string
  revertedBy: string
  rolledBackAt: number | null
  rolledBackFirstAfterAt: number | null
  hotfixedAt: number | null
  revertedAt: number | null
  restoredAt: number | null
  decisionAt: number | null
  decisionSource: '' | 'decided' | 'start'
  decisionAutomated: boolean
  /** Incidents that the facts lay at it. */
  blamedFor: BlamedIncident[]
  validations: { name: string; first: boolean; last: boolean }[]
  slis: string[]
  unknownChanges: boolean
  /** The same where what other environments took does not matter. */
  unknownInEnvironment: boolean
  provenance: Record<string, string>
}

export type BlamedIncident = { id: string; confidence: number; startedAt: number; detectedAt: number | null; mitigatedAt: number | null }

export type Change = Place & {
  deployment: string
  sha: string
  anchor: number
  state: string
  teamThen: string
  risk: string
  committedAt: number | null
  /** 0 for none. */
  pullRequest: number
  openedAt: number | null
  mergedAt: number | null
  /** As state, where what other environments took does not matter. */
  environmentState: string
  leadTimeMs: number
  authoredLeadTimeMs: number
  clusterSize: number
  leadsCluster: boolean
  /** coding, review, merge wait, build, approval wait, deploy wait, rollout */
  stages: number[]
  /** Of each stage, whether both its ends are known. */
  knownStages: boolean[]
}

export type Incident = Place & {
  id: string
  anchor: number
  severity: string
  detectedAt: number | null
  mitigatedAt: number | null
  mitigatedBy: string
  method: string
  confidence: number
  deployments: string[]
  attributedService: string
  attributedTeam: string
  attributedTier: string
  teamThen: string
  attributedTeamThen: string
  attributedEnvironment: string
  declaredUnrelated: boolean
  recentChanceMs: number
  impact: { customers: number; seconds: number; cost: number; currency: string } | null
}

export type Approval = Omit<Place, 'regions' | 'trigger' | 'kind'> & {
  id: string
  teamThen: string
  group: string
  risk: string
  requestedAt: number | null
  decidedAt: number | null
  withdrawnAt: number | null
  decision: string
  automated: boolean
}

export type Service = { service: string; team: string; firstEventAt: number }

export type Facts = { services: Service[]; deployments: Deployment[]; changes: Change[]; incidents: Incident[]; approvals: Approval[] }
