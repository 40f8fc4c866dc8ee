import type { WholeAlertPolicy } from '../../slo/alert-policy.js'
import type { Slo } from '../../slo/slo.js'
import { productionEnvironments, sloStatus, type SloStatus } from '../../slo/status.js'
import { readSettings, rulesOf } from '../../workspace/settings.js'
import type { Runtime } from '../runtime.js'

type Judged = { status: SloStatus; policies: readonly WholeAlertPolicy[] }

/** Looks up what every objective is judged by, to judge them one by one as they stand now. */
export async function judgeNow(runtime: Runtime): Promise<(slo: Slo) => Promise<Judged>> {
  const at = runtime.now()
  const [environments, known] = await Promise.all([productionNow(runtime), runtime.slos.alertPolicies()])
  return async (slo) => {
    const policies = slo.alertPolicies.flatMap((name) => known.get(name) ?? [])
    return { status: await sloStatus(runtime.analytics, slo, environments, at, policies), policies }
  }
}

export async function productionNow({ analytics, control }: Runtime): Promise<string[]> {
  const { isProduction } = rulesOf(await readSettings(control))
  return await productionEnvironments(analytics, isProduction)
}
