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
  anchor: number
  outcome: string
  failureReasons: string[]
  incidentConfidence: number
}

export type Change = Place & {
  deployment: string
  sha: string
  anchor: number
  state: string
  leadTimeMs: number
  authoredLeadTimeMs: number
  clusterSize: number
  /** coding, review, merge wait, build, approval wait, deploy wait, rollout */
  stages: number[]
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
}

export type Service = { service: string; team: string; firstEventAt: number }

export type Facts = { services: Service[]; deployments: Deployment[]; changes: Change[]; incidents: Incident[] }
