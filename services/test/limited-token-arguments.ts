/** All that is of the other team has this in each of its names. */
export const FOREIGN = 'zulu'
export const WINDOW = '{ from: "2026-10-01T00:00:00Z", to: "2026-10-31T00:00:00Z" }'

/** Arguments of the fields that need some, or that are told of the other team by them. */
export const ARGUMENTS: Record<string, string> = {
  alertPreview: '(rule: "failed_deployment", from: "2026-10-01T00:00:00Z", to: "2026-10-08T00:00:00Z")',
  burnPreview: `(slo: "${FOREIGN}-pay-slo")`,
  compareProfiles: `(keys: [change_failure_rate, release_incidents], profiles: ["default", "gitlab"], window: ${WINDOW})`,
  corrections: `(kind: INCIDENT, fact: "INC-${FOREIGN}-pay")`,
  declarationProblems: '(declarations: [])',
  delivery: '(id: "d1")',
  deployment: `(id: "${FOREIGN}-pay-1")`,
  findings: `(window: ${WINDOW})`,
  incidentMergePreview: `(service: "${FOREIGN}-pay")`,
  incidentParts: `(id: "INC-${FOREIGN}-pay")`,
  indicatorHistory: `(service: "${FOREIGN}-pay", from: "2026-10-01T00:00:00Z", to: "2026-10-02T00:00:00Z")`,
  mergePreview: `(service: "${FOREIGN}-pay")`,
  metrics: `(keys: [deployment_frequency, change_failure_rate, release_incidents, approval_lead_time], window: ${WINDOW}, groupBy: [SERVICE])`,
  openSlo: `(services: ["${FOREIGN}-pay"])`,
  previewDigest: '(input: {})',
  previewMapping: '(input: { integration: "generic-ci", settings: "{}", payload: "{}" })',
  profileDifference: `(key: change_failure_rate, window: ${WINDOW}, left: "default", right: "gitlab")`,
  quickCheck: `(window: ${WINDOW})`,
  release: `(id: "${FOREIGN}-pay@1.0-${FOREIGN}-pay")`,
  removalProblems: '(removed: [])',
  savedView: '(id: "none")',
  slo: `(name: "${FOREIGN}-pay-slo")`,
  suggestObjective: `(service: "${FOREIGN}-pay", indicator: "latency")`,
  tryIndicator: '(input: { name: "x", kind: REPORTED })',
}

/** Deeper than this they answer with the evidence of every value, which takes long. */
export const SHALLOW: Record<string, number> = { compareProfiles: 2, profileDifference: 1 }

/** What an asked-for name is echoed by, which tells nothing. */
export const ECHOES = ['mergePreview', 'incidentMergePreview']

/** Mutations as they would touch the other team, or the whole workspace. */
export const CHANGES: Record<string, string> = {
  acknowledgeAlert: '(id: "00000000-0000-4000-8000-000000000000")',
  applyOpenSlo: '(yaml: "", dryRun: true)',
  claimService: `(name: "${FOREIGN}-pay", team: "shop")`,
  correctFact: `(input: { kind: INCIDENT, fact: "INC-${FOREIGN}-pay", fields: { severity: "major" }, reason: "mine now" })`,
  createShareLink: '(view: "none")',
  createSignInLink: '(login: "visitor@example.invalid", role: ADMIN)',
  createToken: '(name: "wider", scopes: [ADMIN])',
  declareService: `(name: "${FOREIGN}-pay", input: { team: "shop" })`,
  deleteAlertRoute: '(id: "none")',
  deleteApproverGroup: '(name: "none")',
  deleteCalendar: '(name: "none")',
  deleteDigest: '(id: "none")',
  deleteEnvironment: '(name: "none")',
  deleteIndicator: '(name: "none")',
  deleteOpenSloObject: '(kind: SLO, name: "none")',
  deleteSlo: `(name: "${FOREIGN}-pay-slo")`,
  deleteTeam: `(name: "${FOREIGN}-team")`,
  deleteView: '(id: "none")',
  putApproverGroup: '(name: "x", input: {})',
  putCalendar: '(name: "x", input: { timeZone: "UTC" })',
  putEnvironment: '(name: "x", production: true)',
  putTeam: '(name: "x", input: {})',
  rebuildFacts: '',
  removeApiAccess: '(integration: "github", source: "x")',
  removeConnection: '(integration: "github", source: "x")',
  renameService: `(from: "${FOREIGN}-pay", to: "cart", reason: "ours now")`,
  replayDeadDeliveries: '',
  replayDelivery: '(id: "d1")',
  retryRangeLookup: '(id: "none")',
  revokeShareLink: '(id: "none")',
  revokeToken: '(id: "none")',
  saveAlertRoute: '(input: { name: "x", kind: "slack", fields: [] })',
  saveApiAccess: '(input: { integration: "github", source: "x", token: "t" })',
  saveConnection: '(input: { integration: "github", source: "x", open: true })',
  saveDigest: '(input: { name: "x", url: "https://example.com" })',
  saveIndicator: '(input: { name: "latency", kind: REPORTED })',
  saveSlo: `(input: { name: "${FOREIGN}-pay-slo", service: "${FOREIGN}-pay", indicator: "latency", target: 0.5 })`,
  saveView: '(input: { name: "x", page: "/", state: "" })',
  sendDigestNow: '(id: "none")',
  setAttestationTrust: '(input: {})',
  setDefaultView: '(page: "/")',
  testAlertRoute: '(id: "none")',
  updateView: '(id: "none", input: {})',
  updateWorkspace: '(input: { profile: "gitlab" })',
  withdrawService: `(name: "${FOREIGN}-pay")`,
}
