/** The smallest event of each type that fills an empty panel. */
const examples: Record<string, object> = {
  'service.declared': { service: 'checkout-api', team: 'payments', tier: 'critical' },
  'change.committed': { repository: 'example/checkout-api', sha: '4f1c2ab09d3e5b7788aa90c1d2e3f4a5b6c7d8e9', committedAt: '{time}' },
  'artifact.published': { digest: `sha256:${'ab12'.repeat(16)}`, service: 'checkout-api', version: '1.4.0' },
  'approval.decided': {
    approval: 'approval-12',
    service: 'checkout-api',
    environment: 'production',
    decision: 'granted',
    by: 'author-17@example.invalid',
  },
  'deployment.finished': { deployment: 'run-381', service: 'checkout-api', environment: 'production', version: '1.4.0', outcome: 'succeeded' },
  'incident.detected': { incident: 'inc-7', service: 'checkout-api', severity: 'major', title: 'Checkout answers 500' },
  'incident.mitigated': { incident: 'inc-7', service: 'checkout-api' },
}

/** A shell line that sends such an event; `time` is RFC 3339. */
export function eventLine(type: string, origin: string, time: string): string {
  const data = JSON.parse(JSON.stringify(examples[type] ?? {}).replaceAll('{time}', time)) as object
  const event = { id: `first-${type}`, source: 'by-hand', type, time, data }
  return [
    `curl ${origin}/v1/events`,
    `-H "authorization: Bearer $WINDSOCK_TOKEN"`,
    `-H 'content-type: application/json'`,
    `-d '${JSON.stringify(event)}'`,
  ].join(' \\\n  ')
}
