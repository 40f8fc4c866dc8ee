import type { Slos } from './slo-store.js'

/** Objectives as they look to whoever may not see every service; `within` leaves the services that may be seen, null for all. */
export function ownSlos(slos: Slos, within: (asked: readonly string[] | null | undefined) => Promise<readonly string[] | null>): Slos {
  return {
    ...slos,
    list: async (services) => slos.list(await within(services)),
    async find(name) {
      const slo = await slos.find(name)
      const seen = slo && (await within([slo.service]))
      return seen?.length === 0 ? null : slo
    },
  }
}
