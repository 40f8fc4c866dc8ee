import type { Look } from '../../alerts/condition.js'
import { productionEnvironments } from '../../slo/status.js'
import { readSettings, rulesOf } from '../../workspace/settings.js'
import type { Runtime } from '../runtime.js'

/** What alert rules look at, at whatever time. */
export async function whatRulesLookAt({ analytics, control, slos }: Runtime): Promise<Omit<Look, 'at'>> {
  const settings = await readSettings(control)
  return {
    analytics,
    slos: await slos.list(),
    policies: await slos.alertPolicies(),
    environments: await productionEnvironments(analytics, rulesOf(settings).isProduction),
    thresholds: settings,
  }
}
