import { headerValue, type Integration } from '../integration.js'
import { normalise } from './normalise.js'
import { readSettings } from './settings.js'
import { verifySignature } from './signature.js'

export const gitlab = {
  id: 'gitlab',
  title: 'GitLab',
  documentation: {
    url: 'https://docs.gitlab.com/user/project/integrations/webhook_events/',
    version: 'GitLab 18, and the deployment approvals and signing tokens added to it later',
  },
  // The same when GitLab sends again, and part of what is signed. X-Gitlab-Webhook-UUID is another one for each attempt, and
  // one X-Gitlab-Event-UUID belongs to all deliveries that one event sets off.
  deliveryId: (headers) => headerValue(headers, 'webhook-id') ?? headerValue(headers, 'idempotency-key'),
  verify: verifySignature,
  readSettings,
  normalise,
  setup,
} satisfies Integration

function setup(url: string): string {
  return `1. Open the project or the group on GitLab: **Settings → Webhooks → Add new webhook**.
2. URL:

   \`\`\`
   ${url}
   \`\`\`

3. Where GitLab offers a **signing token**, generate one (it starts with \`whsec_\`) and set it as the secret of this connection. Otherwise make up a long **secret token** and set it in both places. Without a secret every delivery is refused.
4. Trigger: **Push events**, **Merge request events**, **Comments** (the first on a merge request says when its review began), **Deployment events**, **Releases events**, **Issues events** (incidents are among them), and **Job events** or **Pipeline events** if jobs without an environment deploy. Leave "Custom webhook template" empty.
5. Add the webhook and press **Test → Push events**. The delivery appears on the deliveries page.

The same from a terminal, with the secret token in \`WEBHOOK_SECRET\`:

\`\`\`sh
glab api --method POST projects/GROUP%2FNAME/hooks \\
  -f url='${url}' -f token="$WEBHOOK_SECRET" \\
  -F push_events=true -F merge_requests_events=true -F note_events=true -F deployment_events=true \\
  -F releases_events=true -F issues_events=true -F job_events=true
\`\`\`

Jobs that deploy without an environment, and environments that hold several services, are declared in the settings of this connection:

\`\`\`json
{
  "deployJobs": [{ "name": "deploy", "service": "payments", "environment": "production", "branch": "main" }],
  "environments": [{ "name": "production/payments", "service": "payments", "environment": "production" }]
}
\`\`\`
`
}
