import type { SeedEvent } from '../http/seed-event.js'
import { deploymentsOf, groups, inOrder, type NaiveDeployment } from './naive-deployments.js'
import { hasEnded, isNew, productionDeployments, split, type Answers, type Scope } from './naive-scope.js'
import { mean } from './naive-statistics.js'

export function validationPassRate(events: readonly SeedEvent[], scope: Scope): Answers {
  const tests = inOrder(events.filter(({ type }) => type === 'test.finished'))
  const deployments = deploymentsOf(events).filter(({ environment }) => environment === 'production')
  const rollouts = productionDeployments(events, scope).map((deployment) => {
    const own = tests.filter((test) => testedBy(test, deployments) === deployment.id)
    const checks = groups(own, ({ data }) => String(data.name)).map((runs) => runs.map(({ data }) => data.status === 'passed'))
    const names = new Set(own.map(({ data }) => String(data.name)))
    const expected = expectedSlis(events, deployment.service)
    return { deployment, checks, expected: expected.length, seen: expected.filter((sli) => names.has(sli)).length }
  })
  const { counted, excluded } = split(rollouts, ({ deployment, checks }) => {
    if (!isNew(deployment)) return deployment.kind
    if (!hasEnded(deployment.outcome)) return 'not_finished'
    return checks.length === 0 ? 'not_validated' : null
  })
  const released = rollouts.filter(({ deployment }) => isNew(deployment) && hasEnded(deployment.outcome))
  const shareOf = (holds: (runs: boolean[]) => boolean) => mean(counted.map(({ checks }) => (checks.every(holds) ? 1 : 0)))
  const sum = (field: 'expected' | 'seen') => released.reduce((total, one) => total + one[field], 0)
  return {
    value: shareOf((runs) => runs.at(-1) === true),
    n: counted.length,
    firstTry: shareOf((runs) => runs[0] === true),
    passed: counted.filter(({ checks }) => checks.every((runs) => runs.at(-1) === true)).length,
    validatedOfReleased: released.length === 0 ? null : counted.length / released.length,
    expectedSeen: sum('expected') === 0 ? null : sum('seen') / sum('expected'),
    neverSeen: sum('expected') - sum('seen'),
    ...excluded,
  }
}

/** A test is of the latest rollout of its version that had ended by then. */
function testedBy({ data, time }: SeedEvent, deployments: readonly NaiveDeployment[]): string | undefined {
  return deployments.findLast(
    ({ service, version, finishedAt }) =>
      service === data.service && version === data.version && finishedAt !== null && finishedAt <= Date.parse(time),
  )?.id
}

function expectedSlis(events: readonly SeedEvent[], service: string): string[] {
  const declared = events.find(({ type, data }) => type === 'service.declared' && data.service === service)
  return (declared?.data.slis as string[] | undefined) ?? []
}
