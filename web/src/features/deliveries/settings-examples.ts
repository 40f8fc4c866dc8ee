/** Settings to begin with, by integration. */
export const settingsExamples: Readonly<Record<string, string>> = {
  github: `deployWorkflows:
  - name: deploy.yml
    service: payments
    environment: production
    branch: main
incidentLabels: [incident]
`,
  gitlab: `deployJobs:
  - name: deploy
    service: payments
    environment: production
    branch: main
environments:
  - name: production/payments
    service: payments
    environment: production
`,
  pagerduty: `services:
  PF00001: payments
severities:
  P1: critical
`,
  alertmanager: `serviceLabels: [app]
severities:
  warning: minor
`,
  'generic-ci': `preset: jenkins
constants:
  service: payments
  environment: production
`,
  'generic-incident': `preset: opsgenie
constants:
  service: payments
`,
}
