import { judgedOf, sloStatus } from '../../slo/status.js'
import { inTurns } from '../in-turns.js'
import type { AlertRule } from '../condition.js'
import { FEWEST_BAD } from '../../slo/burn.js'
import { inFlight } from './deployments.js'

const LONG_SECONDS = 3_600
const SHORT_SECONDS = 300

export const releaseGuard: AlertRule = {
  id: 'release_guard',
  title: 'A rollout harms its service',
  description:
    'While a rollout is under way for at least five minutes, an objective of its service burns faster over 1 h and over 5 min than the workspace allows, 3 times unless set. A page; it ends when the burning or the rollout does.',
  async conditions(look) {
    const factor = look.thresholds.alertGuardFactor
    const rollouts = await inFlight(look)
    const pairs = rollouts.flatMap((rollout) => look.slos.filter(({ service }) => service === rollout.service).map((slo) => ({ rollout, slo })))
    const found = await inTurns(pairs, async ({ rollout, slo }) => {
      const status = await sloStatus(look.analytics, slo, look.environments, look.at)
      return judgedOf(status).flatMap(({ burns, what, id }) => {
        const [long, short] = [LONG_SECONDS, SHORT_SECONDS].map((seconds) => burns.find((window) => window.seconds === seconds))
        const isHarming = (long?.burn ?? 0) > factor && (short?.burn ?? 0) > factor && (long?.total ?? 0) - (long?.good ?? 0) >= FEWEST_BAD
        if (!isHarming) return []
        return [
          {
            key: `release_guard/${rollout.service}/${rollout.id}/${slo.name}/${id}`,
            rule: 'release_guard',
            severity: 'page' as const,
            service: rollout.service,
            environment: rollout.environment,
            slo: slo.name,
            release: rollout.release_id,
            version: rollout.version_name || null,
            commit: rollout.commit || null,
            title: `${rollout.service} ${rollout.version_name || rollout.id} burns the budget of ${slo.displayName || slo.name}`,
            summary: `While ${rollout.id} is rolled out, ${what} burns ${long?.burn?.toFixed(1)} times as fast as allowed over 1 h and ${short?.burn?.toFixed(1)} times over 5 min.`,
            forSeconds: 0,
            hard: (long?.burn ?? 0) > 14.4,
          },
        ]
      })
    })
    return found.flat()
  },
}
