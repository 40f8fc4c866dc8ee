import { headerValue, type Integration } from '../integration.js'
import { normalise } from './normalise.js'
import { readSettings } from './settings.js'
import { verifySignature } from './signature.js'

export const github = {
  id: 'github',
  title: 'GitHub',
  documentation: {
    url: 'https://docs.github.com/en/webhooks/webhook-events-and-payloads',
    version: '@octokit/webhooks-examples 7.6.1',
  },
  deliveryId: (headers) => headerValue(headers, 'x-github-delivery'),
  verify: verifySignature,
  readSettings,
  normalise,
  setup,
} satisfies Integration

function setup(url: string): string {
  return `1. Open the repository or the organisation on GitHub: **Settings → Webhooks → Add webhook**.
2. Payload URL:

   \`\`\`
   ${url}
   \`\`\`

3. Content type: \`application/json\`.
4. Secret: the one of this connection. Without it every delivery is refused.
5. Let me select individual events: **Pushes**, **Pull requests**, **Deployments**, **Deployment statuses**, **Workflow runs**, **Releases**, **Pull request reviews**, and where you use them **Deployment reviews**, **Workflow jobs**, **Check runs** or **Check suites**, **Statuses** and **Issues**.
6. Add the webhook. GitHub sends a \`ping\`, which appears on the deliveries page.

The same from a terminal, with the secret in \`WEBHOOK_SECRET\`:

\`\`\`sh
gh api repos/OWNER/NAME/hooks -f name=web -F active=true \\
  -f 'config[url]=${url}' -f 'config[content_type]=json' -f "config[secret]=$WEBHOOK_SECRET" \\
  -f 'events[]=push' -f 'events[]=pull_request' -f 'events[]=deployment' \\
  -f 'events[]=deployment_status' -f 'events[]=workflow_run' -f 'events[]=release' \\
  -f 'events[]=pull_request_review' -f 'events[]=deployment_review' -f 'events[]=workflow_job' \\
  -f 'events[]=check_run' -f 'events[]=status' -f 'events[]=issues'
\`\`\`

Workflows that deploy without GitHub's deployments API are declared in the settings of this connection:

\`\`\`json
{ "deployWorkflows": [{ "name": "deploy.yml", "service": "payments", "environment": "production", "branch": "main" }] }
\`\`\`

So are single jobs that deploy, checks that test a release, and the labels by which an issue is an incident:

\`\`\`json
{
  "deployJobs": [{ "name": "deploy", "workflow": "Release", "service": "payments", "environment": "production" }],
  "checks": [{ "name": "e2e", "service": "payments", "environment": "production" }],
  "incidentLabels": ["incident"]
}
\`\`\`
`
}
