import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { MeasureSettings } from '../workspace/measure-settings.js'
import { gatherDigest, type DigestContent, type DigestMeasure, type DigestQuestion } from './content.js'
import { digestHtml } from './html.js'
import { digestMarkdown } from './markdown.js'

export type DigestText = { content: DigestContent; markdown: string; html: string }

export type Writing = { analytics: AnalyticsStore; settings: MeasureSettings; publicUrl: string }

/** The digest of the last week that is over at `now`, to be read. */
export async function writeDigest({ analytics, settings, publicUrl }: Writing, question: DigestQuestion, now: Date): Promise<DigestText> {
  const content = await gatherDigest(analytics, question, settings, now)
  const markdown = digestMarkdown(content, dashboardUrl(publicUrl, content))
  return { content, markdown, html: digestHtml(markdown, question.name) }
}

/** What is sent, as JSON. `id` is the one of the delivery. */
export function digestMessage(id: string, { content, markdown, html }: DigestText): string {
  const { weeks, timeZone, weekStart, profile, scope } = content
  const period = { from: weeks.week.from.toISOString(), to: weeks.week.to.toISOString(), timeZone, weekStart }
  return JSON.stringify({
    type: 'digest',
    id,
    name: content.name,
    period,
    profile,
    scope,
    markdown,
    html,
    measures: content.measures.map(measureNode),
  })
}

function measureNode({ definition, immature, rows }: DigestMeasure) {
  const { key, title, unit, direction, version } = definition
  const total = rows.find(({ all }) => all)
  const teams = rows.filter(({ all }) => !all)
  return {
    key,
    title,
    unit,
    direction,
    version,
    immature,
    ...(total ? { week: total.week, before: total.before, fourWeeks: total.fourWeeks } : {}),
    teams: teams.map(({ team, week, before, fourWeeks }) => ({ team, week, before, fourWeeks })),
  }
}

/** The view, narrowed to the week. */
function dashboardUrl(publicUrl: string, { weeks, timeZone, query, scope, profile }: DigestContent): string {
  const address = new URLSearchParams(query)
  for (const name of ['id', 'service']) address.delete(name)
  for (const service of scope.services ?? []) address.append('service', service)
  address.set('window', 'custom')
  address.set('from', weeks.week.from.toISOString())
  address.set('to', weeks.week.to.toISOString())
  address.set('zone', timeZone)
  address.set('interval', 'day')
  address.set('profile', profile)
  return `${publicUrl}/?${address.toString()}`
}
