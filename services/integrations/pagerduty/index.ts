import { headerValue, type Integration } from '../integration.js'
import { normalise } from './normalise.js'
import { readSettings } from './settings.js'
import { verifySignature } from './signature.js'

export const pagerduty = {
  id: 'pagerduty',
  title: 'PagerDuty',
  documentation: {
    url: 'https://developer.pagerduty.com/docs/webhooks/v3-overview/',
    version: 'webhooks v3, docs/webhooks of PagerDuty/developer-docs',
  },
  deliveryId: (headers) => headerValue(headers, 'x-webhook-id'),
  verify: verifySignature,
  readSettings,
  normalise,
  setup,
} satisfies Integration

function setup(url: string): string {
  return `1. In PagerDuty: **Integrations → Generic Webhooks (v3) → New Webhook**.
2. Webhook URL:

   \`\`\`
   ${url}
   \`\`\`

3. Scope: the account, or the team or service whose incidents you want.
4. Events: **incident.triggered**, **incident.acknowledged**, **incident.unacknowledged**, **incident.reopened**, **incident.resolved**, **incident.priority_updated**, **incident.service_updated**, and **incident.annotated** for the notes.
5. Add the webhook. PagerDuty shows its signing secret once: set it as the secret of this connection. Without it every delivery is refused.
6. Press **Send Test Event**. It appears on the deliveries page as \`pagey.ping\`.

The same from a terminal, with an API key in \`PAGERDUTY_TOKEN\`; the answer holds the secret, as \`delivery_method.secret\`:

\`\`\`sh
curl -sS https://api.pagerduty.com/webhook_subscriptions \\
  -H "Authorization: Token token=$PAGERDUTY_TOKEN" -H 'Content-Type: application/json' \\
  -d '{"webhook_subscription": {"type": "webhook_subscription", "filter": {"type": "account_reference"},
       "delivery_method": {"type": "http_delivery_method", "url": "${url}"},
       "events": ["incident.triggered", "incident.acknowledged", "incident.unacknowledged", "incident.reopened",
                  "incident.resolved", "incident.priority_updated", "incident.service_updated", "incident.annotated"]}}'
\`\`\`

A PagerDuty service becomes the service of the same name, written \`like-this\`. Others are named in the settings of this connection, by id or name:

\`\`\`json
{ "services": { "PF00001": "payments" }, "severities": { "P1": "critical" } }
\`\`\`
`
}
