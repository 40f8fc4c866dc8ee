import type { Notification } from '../notification.js'

export type Fact = { title: string; value: string }
export type Link = { title: string; url: string }

const STATUS = { firing: 'Firing', acknowledged: 'Acknowledged', resolved: 'Resolved' } as const

/** One line that says what it is about: `[Firing] Checkout spends its budget`. */
export function headlineOf({ status, title }: Notification): string {
  return `[${STATUS[status]}] ${oneLine(title)}`
}

/** What is known of the problem, in the order of reading. */
export function factsOf(notification: Notification): Fact[] {
  const { severity, service, environment, team, slo, release, version, commit, owner, startedAt, resolvedAt } = notification
  const facts = { Severity: severity, Service: service, Environment: environment, Team: team, SLO: slo, Release: release }
  const more = { Version: version, Commit: commit, Owner: owner, Started: startedAt, Resolved: resolvedAt }
  return Object.entries({ ...facts, ...more }).flatMap(([title, value]) => (value ? [{ title, value: oneLine(value) }] : []))
}

/** Where to read on. An address that is no web page is left out. */
export function linksOf({ dashboardUrl, runbookUrl }: Notification): Link[] {
  const links = [
    { title: 'Dashboard', url: dashboardUrl },
    { title: 'Runbook', url: runbookUrl ?? '' },
  ]
  return links.flatMap(({ title, url }) => {
    const parsed = URL.canParse(url) ? new URL(url) : null
    return parsed !== null && /^https?:$/.test(parsed.protocol) ? [{ title, url: parsed.href }] : []
  })
}

/** Without line breaks and other control characters. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}

/** At most so many UTF-16 units, never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** What there is, without the nulls. */
export function present(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])))
}
