import type { Integration } from '../integration.js'
import { normalise } from './normalise.js'
import { readSettings } from './settings.js'
import { verifySignature } from './signature.js'

export const alertmanager = {
  id: 'alertmanager',
  title: 'Alertmanager',
  documentation: { url: 'https://prometheus.io/docs/alerting/latest/configuration/#webhook_config', version: 'webhook payload version 4' },
  // A group that is sent again says the same of the same alerts, and gives the same events.
  deliveryId: () => null,
  verify: verifySignature,
  readSettings,
  normalise,
  reportsAlerts: true,
  setup,
} satisfies Integration

function setup(url: string): string {
  return `In \`alertmanager.yml\`, with the secret of this connection in a file:

\`\`\`yaml
receivers:
  - name: windsock
    webhook_configs:
      - url: ${url}
        send_resolved: true
        http_config:
          authorization:
            credentials_file: /etc/alertmanager/windsock-secret
route:
  routes:
    - receiver: windsock
      continue: true
\`\`\`

The service is the label \`service\`, else \`job\`; the environment \`environment\`, else \`env\`. Alerts of the severities \`none\` and \`info\` are no incidents. Settings of this connection say it otherwise:

\`\`\`json
{ "serviceLabels": ["app"], "severities": { "warning": "minor" }, "ignoredSeverities": ["info"] }
\`\`\`
`
}
