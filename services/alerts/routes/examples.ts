import type { Notification } from '../notification.js'
import type { RouteContext } from './contract.js'

/** A notification with everything in it; for tests. */
export function exampleNotification(overrides: Partial<Notification> = {}): Notification {
  return {
    key: 'burn_rate/release-7/checkout/availability',
    status: 'firing',
    severity: 'page',
    rule: 'burn_rate',
    title: 'Checkout spends its error budget 15 times too fast',
    summary: 'Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.',
    startedAt: '2026-03-02T10:15:00.000Z',
    resolvedAt: null,
    service: 'checkout',
    environment: 'production',
    team: 'payments',
    slo: 'availability',
    release: 'release-7',
    version: '2.4.1',
    commit: '3f2a9c1d',
    owner: 'author-17@example.invalid',
    runbookUrl: 'https://runbooks.example.com/checkout',
    dashboardUrl: 'https://windsock.example.com/alerts/41',
    ...overrides,
  }
}

export const exampleResolved = (overrides: Partial<Notification> = {}) =>
  exampleNotification({ status: 'resolved', resolvedAt: '2026-03-02T10:40:00.000Z', ...overrides })

/** What a route is given, with the servers of this machine allowed; for tests. */
export function exampleContext(overrides: Partial<RouteContext> = {}): RouteContext {
  return { id: 'message-1', now: new Date('2026-03-02T10:16:00.000Z'), privateHosts: ['127.0.0.1'], timeoutMs: 2_000, sendMail: null, ...overrides }
}
