import type { SeedEvent } from '../http/seed-event.js'

/** An event of the company's history, with what its author knows and the product has to find out. */
export type Item = {
  at: number
  event: SeedEvent
  /** The end of a production deployment that deployment frequency counts. */
  isCounted?: boolean
  /** A second source's report of a rollout that another item tells already. */
  isTwin?: boolean
  /** Of a commit: the last commit of the push that brought it. */
  pushedWith?: string
}

/** To whole seconds, as most tools write it. */
export function rfc3339(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

export function itemOf(id: string, source: string, type: string, at: number, data: Record<string, unknown>): Item {
  return { at, event: { id, source, type, time: rfc3339(at), data } }
}
