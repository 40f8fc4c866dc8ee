import { FEWEST_BAD, firingRule, type BurnRule } from '../../slo/burn.js'
import { burnHistory } from '../../slo/burn-history.js'
import type { Slo } from '../../slo/slo.js'
import { judgedApart, judgedOf, sloStatus, spendingOver, type Judged } from '../../slo/status.js'
import type { AlertRule, Condition, Foretold, HistoryLook } from '../condition.js'
import { inTurns } from '../in-turns.js'
import type { LatestRollout } from '../rollouts.js'
import type { Span } from '../spans.js'
import { flights, inFlight } from './deployments.js'

const MINUTE_MS = 60_000
/** So many times as fast as allowed is told even during an experiment. */
const HARD = 14.4

function ruleOf({ alertGuardFactor }: HistoryLook['thresholds']): BurnRule {
  return {
    severity: 'page',
    longSeconds: 3_600,
    shortSeconds: 300,
    factor: alertGuardFactor,
    budgetShare: 0,
    forSeconds: 0,
    fewestBad: FEWEST_BAD,
  }
}

export const releaseGuard: AlertRule = {
  id: 'release_guard',
  title: 'A rollout harms its service',
  description:
    'While a rollout is under way for at least five minutes, an objective of its service burns faster over 1 h and over 5 min than the workspace allows, 3 times unless set. A page; it ends when the burning or the rollout does.',
  async conditions(look) {
    const rollouts = await inFlight(look)
    const pairs = rollouts.flatMap((rollout) => objectivesOf(look.slos, rollout).map((slo) => ({ rollout, slo })))
    const found = await inTurns(pairs, async ({ rollout, slo }) => {
      const status = await sloStatus(look.analytics, slo, look.environments, look.at)
      return judgedOf(status).flatMap((judged) => conditionOf(rollout, slo, judged, ruleOf(look.thresholds)) ?? [])
    })
    return found.flat()
  },
  async history(look) {
    const pairs = (await flights(look)).flatMap((flight) => objectivesOf(look.slos, flight.what).map((slo) => ({ flight, slo })))
    return (await inTurns(pairs, ({ flight, slo }) => harmDuring(flight, slo, look))).flat()
  },
}

function objectivesOf(slos: readonly Slo[], { service }: LatestRollout): Slo[] {
  return slos.filter((slo) => slo.service === service)
}

async function harmDuring({ what: rollout, from, to }: Span<LatestRollout>, slo: Slo, look: HistoryLook): Promise<Span<Foretold>[]> {
  const { analytics, environments } = look
  // At the minute at which it is over it is no more looked at.
  const last = to === null ? look.to : new Date(to.getTime() - MINUTE_MS)
  const found = judgedApart(slo).map(async ({ id, objectives }) => {
    const firings = await burnHistory(analytics, { slo, objectives, environments, from, to: last, rules: [ruleOf(look.thresholds)] })
    return firings.map((firing) => ({ what: foretold(rollout, slo, id), from: firing.from, to: firing.to ?? to }))
  })
  return (await Promise.all(found)).flat()
}

function foretold({ service, environment, id, version }: LatestRollout, slo: Slo, judged: string): Foretold {
  return {
    key: `release_guard/${service}/${id}/${slo.name}/${judged}`,
    severity: 'page',
    service,
    environment,
    slo: slo.name,
    title: `${service} ${version || id} burns the budget of ${slo.displayName || slo.name}`,
  }
}

function conditionOf(rollout: LatestRollout, slo: Slo, judged: Judged, rule: BurnRule): Condition | null {
  if (!firingRule([rule], judged, (seconds) => spendingOver(judged, seconds))) return null
  const [long, short] = [rule.longSeconds, rule.shortSeconds].map((seconds) => spendingOver(judged, seconds).burn ?? 0) as [number, number]
  return {
    ...foretold(rollout, slo, judged.id),
    rule: 'release_guard',
    release: rollout.release,
    version: rollout.version || null,
    commit: rollout.commit || null,
    summary: `While ${rollout.id} is rolled out, ${judged.what} burns ${long.toFixed(1)} times as fast as allowed over 1 h and ${short.toFixed(1)} times over 5 min.`,
    forSeconds: 0,
    hard: long > HARD,
  }
}
