import { DateTime } from 'luxon'
import type { Unit } from '../metrics/measure.js'
import type { DigestContent, DigestMeasure, DigestRow, DigestValue } from './content.js'
import { notableChanges, type Notable, type NotableChange } from './notable.js'
import type { Span } from './weeks.js'

const MOST_TEAMS = 50
const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** A digest to read. Names, which come from outside, are escaped. `dashboardUrl` leads to the week in the dashboard. */
export function digestMarkdown(content: DigestContent, dashboardUrl: string): string {
  return `${[
    `# ${escapeMarkdown(content.name)}`,
    `${weekText(content.weeks.week, content.timeZone)}, in ${escapeMarkdown(content.timeZone)}, by the definitions of the profile **${escapeMarkdown(content.profile)}**${optionsText(content)}. [Open this week in the dashboard](<${dashboardUrl}>).`,
    notableText(notableChanges(content)),
    overviewTable(content),
    teamTable(content),
    notes(content),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

/** Makes a text mean only itself, in a line or a cell of a table. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&:@^=$"]/g, '\\$&')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .trim()
}

export function formatDigestValue(value: number | null, unit: Unit): string {
  if (value === null) return '–'
  if (unit === 'RATIO') return `${round(value * 100)} %`
  if (unit === 'COUNT') return round(value)
  if (value < 90) return `${round(value)} s`
  if (value < 90 * MINUTE) return `${round(value / MINUTE)} min`
  return value < 2 * DAY ? `${round(value / HOUR)} h` : `${round(value / DAY)} d`
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function optionsText({ query }: DigestContent): string {
  const options = new URLSearchParams(query).getAll('option')
  return options.length === 0 ? '' : ` with ${escapeMarkdown(options.join(', '))}`
}

function weekText({ from, to }: Span, zone: string): string {
  const first = DateTime.fromJSDate(from, { zone }).setLocale('en-GB')
  const last = DateTime.fromMillis(to.getTime() - 1, { zone }).setLocale('en-GB')
  return `${first.toFormat('d LLLL yyyy')} to ${last.toFormat('d LLLL yyyy')}`
}

function notableText({ changes, compared }: Notable): string {
  const heading = '## What changed'
  const footing = `Values whose 95 % intervals do not overlap, out of ${compared} compared.`
  if (changes.length === 0) return `${heading}\n\nNo value's 95 % interval parts from the one before, out of ${compared} compared.`
  return `${heading}\n\n${changes.map(changeLine).join('\n')}\n\n${footing}`
}

function changeLine({ definition, row, against, sense }: NotableChange): string {
  const { unit, title } = definition
  const than = against === 'before' ? 'the week before' : 'the four weeks before'
  const said = sense === 'neutral' ? '' : `, ${sense}`
  return `- **${title}**, ${rowName(row)}: ${withInterval(row.week, unit)} against ${withInterval(row[against], unit)} in ${than}${said}`
}

function overviewTable({ measures }: DigestContent): string {
  const lines = measures.map(({ definition, immature, rows }) => {
    const all = rows.find((row) => row.all)
    const cells = all ? [all.week, all.before, all.fourWeeks].map((value) => withInterval(value, definition.unit)) : ['–', '–', '–']
    return `| ${definition.title}${immature ? ' ¹' : ''} | ${cells.join(' | ')} |`
  })
  return ['## All teams\n', '| Measure | This week | Week before | Mean of four weeks |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

function teamTable({ measures }: DigestContent): string {
  const names = [...new Set(measures.flatMap(({ rows }) => rows.filter(({ all }) => !all).map(({ team }) => team)))].sort((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  )
  if (names.length === 0) return ''
  const lines = names.slice(0, MOST_TEAMS).map((team) => `| ${teamName(team)} | ${measures.map((measure) => teamCell(measure, team)).join(' | ')} |`)
  const more = names.length > MOST_TEAMS ? `\n\nAnd ${names.length - MOST_TEAMS} more teams, in the dashboard.` : ''
  const head = [`| Team | ${measures.map(({ definition }) => definition.title).join(' | ')} |`, `| --- |${' --- |'.repeat(measures.length)}`]
  return `## Teams\n\n${[...head, ...lines].join('\n')}${more}`
}

function teamCell({ definition, rows }: DigestMeasure, team: string | null): string {
  const row = rows.find((candidate) => !candidate.all && candidate.team === team)
  return row ? withInterval(row.week, definition.unit) : '–'
}

function notes(content: DigestContent): string {
  const { measures } = content
  const lines = measures.map(({ definition: { title, version, summary } }) => `- **${title}**, version ${version}: ${summary}`)
  const immature = measures.some((measure) => measure.immature) ? ['¹ Failures of the last deployments can still be found.'] : []
  return [
    '## How it is counted',
    ...immature,
    `In brackets: the 95 % interval, and the number of records. Mean of four weeks: counts are those of one week, over the weeks in which anything was heard; everything else is measured over the four weeks together. Profile ${escapeMarkdown(content.profile)}${optionsText(content)}.`,
    lines.join('\n'),
  ].join('\n\n')
}

function rowName(row: DigestRow): string {
  return row.all ? 'all teams' : teamName(row.team)
}

function teamName(team: string | null): string {
  return team === null ? 'no team' : escapeMarkdown(team)
}

function withInterval({ value, n, low, high }: DigestValue, unit: Unit): string {
  if (value === null) return `– (n ${n})`
  const interval = low === null || high === null ? 'no interval' : `${formatDigestValue(low, unit)} to ${formatDigestValue(high, unit)}`
  return `${formatDigestValue(value, unit)} (${interval}; n ${n})`
}
