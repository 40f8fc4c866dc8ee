export const REPOSITORY = 'https://git.example.com/shop/payments'
const DIGEST = `sha256:${'ab'.repeat(32)}`
export const sha = (digit: string) => digit.repeat(40)
const time = (clock: string) => `2026-10-06T${clock}:00Z`

type Sent = { id: string; source: string; type: string; time: string; data: Record<string, unknown> }

let serial = 0
function event(type: string, clock: string, data: Record<string, unknown>, source = 'ci/payments'): Sent {
  serial += 1
  return { id: `event-${serial}`, source, type, time: time(clock), data }
}

function rollout(deployment: string, from: string, to: string, data: Record<string, unknown>, outcome = 'succeeded', source?: string): Sent[] {
  const common = { deployment, service: 'payments', environment: 'production', ...data }
  return [event('deployment.started', from, common, source), event('deployment.finished', to, { ...common, outcome }, source)]
}

function commit(digit: string, parent: string, clock: string): Sent {
  return event('change.committed', clock, {
    repository: REPOSITORY,
    sha: sha(digit),
    parents: [sha(parent)],
    committedAt: time(clock),
    author: 'author-17@example.invalid',
    message: `Change ${digit}`,
    branch: 'main',
  })
}

const second = { version: '2.0.0', commit: sha('3'), repository: REPOSITORY, artifactDigest: DIGEST }
const approval = { approval: 'approval-1', service: 'payments', environment: 'production' }

/** 1.0.0 and its successor 2.0.0, told by two sources, approved, blamed for an incident and rolled back; and another service. */
export const story: Sent[] = [
  event('service.declared', '00:00', { service: 'payments', team: 'checkout', tier: '1', repository: REPOSITORY, owner: 'checkout@example.invalid' }),
  event('service.declared', '00:00', { service: 'storefront', team: 'shop' }),
  commit('1', '0', '01:00'),
  ...rollout('pay-1', '02:00', '02:10', { version: '1.0.0', commit: sha('1'), repository: REPOSITORY }),
  commit('2', '1', '03:00'),
  commit('3', '2', '04:00'),
  event('artifact.published', '04:30', {
    digest: DIGEST,
    name: 'shop/payments',
    version: '2.0.0',
    service: 'payments',
    repository: REPOSITORY,
    commit: sha('3'),
    buildUrl: 'https://ci.example.com/2',
    builder: 'builder-1',
  }),
  event('artifact.attested', '04:31', { digest: DIGEST, kind: 'sbom', status: 'present' }),
  event('approval.requested', '05:00', {
    ...approval,
    version: '2.0.0',
    requestedBy: 'author-17@example.invalid',
    group: 'approvers',
    risk: 'normal',
  }),
  event('approval.decided', '05:30', { ...approval, decision: 'granted', by: 'author-18@example.invalid' }),
  ...rollout('pay-2', '06:00', '06:10', second),
  ...rollout('argo-2', '06:01', '06:09', second, 'succeeded', 'argo'),
  event(
    'incident.detected',
    '06:30',
    { incident: 'inc-1', service: 'payments', environment: 'production', title: 'Cards are declined', severity: 'major', deployment: 'pay-2' },
    'pager',
  ),
  ...rollout('pay-3', '06:40', '06:45', { version: '1.0.0', commit: sha('1'), repository: REPOSITORY }),
  event('incident.updated', '06:40', { incident: 'inc-1', note: 'Rolling back' }, 'pager'),
  event('incident.mitigated', '06:45', { incident: 'inc-1', mitigation: { kind: 'rollback', deployment: 'pay-3' } }, 'pager'),
  ...Array.from({ length: 5 }, (_, index) =>
    rollout(`web-${index}`, `0${index}:20`, `0${index}:30`, { service: 'storefront', version: `${index}.0.0` }, index === 4 ? 'failed' : 'succeeded'),
  ).flat(),
  ...rollout('web-staging', '09:20', '09:30', { service: 'storefront', version: '9.0.0', environment: 'staging' }),
]

/** The same event of the same source with another body. */
export const contradiction: Sent = { ...(story.find(({ type, data }) => type === 'deployment.finished' && data.deployment === 'web-3') as Sent) }
contradiction.data = { ...contradiction.data, version: '3.0.1' }
