import { compareText } from '../domain/instant.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { keptNames, underKeptName } from '../store/analytics/service-names.js'
import type { Slos } from './slo-store.js'

/** Objectives of services by the names that these are kept under; `objects` has them as they were declared. */
export function namedSlos(slos: Slos, analytics: AnalyticsStore): Slos {
  return {
    ...slos,
    async list(services = null) {
      const [all, names] = await Promise.all([slos.list(), keptNames(analytics)])
      const asked = services && new Set(services.map((service) => names.get(service) ?? service))
      return all
        .map((slo) => underKeptName(slo, names))
        .filter(({ service }) => asked === null || asked.has(service))
        .sort((a, b) => compareText(a.service, b.service) || compareText(a.name, b.name))
    },
    async find(name) {
      const slo = await slos.find(name)
      return slo && underKeptName(slo, await keptNames(analytics))
    },
  }
}
