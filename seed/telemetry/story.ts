import { between, poisson, randomFor } from '../random.js'

const MINUTE_MS = 60_000

/** What a service does over the minutes of a story. Minutes count from its start. */
export type Plan = {
  service: string
  /** Requests a minute in each region. */
  rate: number
  /** When the second version takes over, counters and all. */
  deployedAt: number
  /** Minutes in which most requests fail: an incident, or a release that does harm. */
  bad: { from: number; to: number; share: number; version: 0 | 1 | null }
  /** When a process starts anew without a deployment, so that its counters begin again. */
  restartsAt: number
  /** From when it says nothing any more; never where it is past the story. */
  silentFrom: number
  /** Whether the second version forgets to send its latencies. */
  isBlind: boolean
}

/** One running total at the end of a minute. `startedAt` is when it was zero; times are epoch milliseconds. */
export type Counter = { at: number; startedAt: number; region: string; version: string; ok: number; errors: number; latencies: number[] | null }

/** Bounds in seconds; the last bucket has none. */
export const LATENCY_BOUNDS = [0.05, 0.1, 0.25, 0.5, 1] as const
export const REGIONS = ['eu', 'us'] as const
export const VERSIONS = ['1.0.0', '1.1.0'] as const

const LATENCY_SHARES = [0.3, 0.35, 0.2, 0.1, 0.04, 0.01]
const NEVER = Number.MAX_SAFE_INTEGER

/** Services of a company of this size over so many minutes: most are well, and some are each ill in a way of their own. */
export function plansOf(seed: number, { services, minutes }: { services: number; minutes: number }): Plan[] {
  return Array.from({ length: services }, (_, index) => {
    const service = `service-${String(index + 1).padStart(2, '0')}`
    const random = randomFor(seed, service)
    const isBlind = index === 8
    // Early enough for what it does not send to be missed.
    const deployedAt = isBlind ? Math.floor(minutes * 0.3) : between(random, Math.floor(minutes * 0.2), Math.floor(minutes * 0.6))
    const well: Plan['bad'] = { from: NEVER, to: NEVER, share: 0, version: null }
    const last = { from: minutes - 15, to: minutes, share: 1, version: null }
    const past = { from: Math.floor(minutes / 3), to: Math.floor(minutes / 2), share: 1, version: null }
    const harmful = { from: deployedAt, to: Math.min(deployedAt + 12, minutes), share: 0.2, version: 1 as const }
    return {
      service,
      rate: between(random, 40, 400),
      deployedAt,
      bad: { 3: last, 7: past, 10: harmful, 20: harmful, 30: harmful }[index] ?? well,
      restartsAt: index % 8 === 1 ? between(random, 3, minutes - 3) : NEVER,
      silentFrom: index === 5 ? Math.floor(minutes * 0.7) : NEVER,
      isBlind,
    }
  })
}

/** What happened in one minute of one region: requests by outcome, and by bucket of latency. */
export function happened(seed: number, plan: Plan, region: string, minute: number): { ok: number; errors: number; latencies: number[] } {
  const random = randomFor(seed, `${plan.service} ${region} ${minute}`)
  const requests = poisson(random, plan.rate)
  const isBad = minute >= plan.bad.from && minute < plan.bad.to
  const errors = Math.min(requests, isBad ? Math.round(requests * plan.bad.share) : poisson(random, plan.rate * 0.002))
  const latencies = LATENCY_SHARES.map((share) => Math.floor(requests * share))
  latencies[0] = (latencies[0] ?? 0) + requests - latencies.reduce((sum, count) => sum + count, 0)
  return { ok: requests - errors, errors, latencies }
}

export function isHeard(plan: Plan, minute: number): boolean {
  return minute < plan.silentFrom
}

export function versionAt(plan: Plan, minute: number): 0 | 1 {
  return minute >= plan.deployedAt ? 1 : 0
}

/** The running totals of a service, minute by minute, as its processes would send them at the end of each. */
export class Totals {
  private readonly byRegion = new Map<string, Counter>()

  constructor(
    private readonly seed: number,
    readonly plan: Plan,
    private readonly start: number,
  ) {}

  /** The totals before anything happened; who does not say when a counter began is told of its zero. */
  zeros(): Counter[] {
    return REGIONS.map((region) => this.fresh(region, 0))
  }

  /** Minutes are asked for one after the other. Nothing of a minute in which the service is silent. */
  after(minute: number): Counter[] {
    if (!isHeard(this.plan, minute)) return []
    return REGIONS.map((region) => {
      const known = this.byRegion.get(region)
      const begins = known === undefined || minute === this.plan.deployedAt || minute === this.plan.restartsAt
      const total = begins ? this.fresh(region, minute) : known
      const { ok, errors, latencies } = happened(this.seed, this.plan, region, minute)
      const next: Counter = {
        ...total,
        at: this.start + (minute + 1) * MINUTE_MS,
        ok: total.ok + ok,
        errors: total.errors + errors,
        latencies: total.latencies && total.latencies.map((count, index) => count + (latencies[index] ?? 0)),
      }
      this.byRegion.set(region, next)
      return next
    })
  }

  private fresh(region: string, minute: number): Counter {
    const version = versionAt(this.plan, minute)
    const at = this.start + minute * MINUTE_MS
    const latencies = this.plan.isBlind && version === 1 ? null : LATENCY_SHARES.map(() => 0)
    return { at, startedAt: at, region, version: VERSIONS[version], ok: 0, errors: 0, latencies }
  }
}
