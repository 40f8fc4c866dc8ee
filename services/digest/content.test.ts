import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agrees, expectedRows } from '../test/e2e/known-answers.js'
import { openKnownAnswers, type KnownAnswers } from '../test/known-answers.js'
import { defaultWorkspaceChoices } from '../metrics/options.js'
import { gatherDigest, type DigestContent, type DigestQuestion } from './content.js'
import { digestHtml } from './html.js'
import { digestMarkdown } from './markdown.js'
import { notableChanges } from './notable.js'

let known: KnownAnswers
beforeAll(async () => {
  known = await openKnownAnswers()
})
afterAll(() => known?.close())

const settings = { ...defaultWorkspaceChoices, weekStart: 'MONDAY' as const }
const question: DigestQuestion = { name: 'Weekly', query: '', scope: {}, options: {}, measures: [], timeZone: 'UTC' }

const gather = (now: string, over: Partial<DigestQuestion> = {}) =>
  gatherDigest(known.stores.analytics, { ...question, ...over }, settings, new Date(now))

function rowOf({ measures }: DigestContent, key: string) {
  const row = measures.find(({ definition }) => definition.key === key)?.rows.find(({ all }) => all)
  if (!row) throw new Error(`${key} is not in the digest`)
  return row
}

describe('the digest of the known-answer data', () => {
  const weeks = [
    ['2026-10-12T08:00:00Z', '2026-10-05T00:00:00.000Z'],
    ['2026-10-19T08:00:00Z', '2026-10-12T00:00:00.000Z'],
    ['2026-10-26T08:00:00Z', '2026-10-19T00:00:00.000Z'],
  ] as const

  it.each(weeks)('has on %s the numbers that were worked by hand for the week from %s', async (now, from) => {
    const content = await gather(now)
    const rows = expectedRows.filter(
      (row) =>
        row.from === from &&
        Date.parse(row.to) - Date.parse(from) === 7 * 86_400_000 &&
        row.service === null &&
        ['value', 'n', 'low', 'high'].includes(row.of),
    )
    const inDigest = rows.filter(({ key }) => content.measures.some(({ definition }) => definition.key === key))
    expect(inDigest.length).toBeGreaterThanOrEqual(3)
    for (const { key, of, expected } of inDigest) {
      const { week } = rowOf(content, key)
      expect([key, of, agrees(week[of as 'value' | 'n' | 'low' | 'high'], expected)]).toEqual([key, of, true])
    }
  })

  it('sets the third week beside the second and the mean of those before', async () => {
    const content = await gather('2026-10-26T08:00:00Z')
    // Deployments: 4, before it 8, and 0 + 8 + 8 over the three weeks since 1 October, when the services were declared.
    const frequency = rowOf(content, 'deployment_frequency')
    expect([frequency.week.value, frequency.before.value, frequency.fourWeeks.value]).toEqual([4, 8, 16 / 3])
    // Failures: 5 of 6, before it 3 of 8, and (1 + 3) of (9 + 8).
    const failures = rowOf(content, 'change_failure_rate')
    expect(failures.week).toMatchObject({ value: 5 / 6, n: 6 })
    expect(failures.before).toMatchObject({ value: 3 / 8, n: 8 })
    expect(failures.fourWeeks).toMatchObject({ value: 4 / 17, n: 17 })
    const incidents = rowOf(content, 'release_incidents')
    expect([incidents.week.value, incidents.before.value, incidents.fourWeeks.value]).toEqual([3, 3, 1])
  })

  it('has rows of teams that add up to the whole', async () => {
    const content = await gather('2026-10-26T08:00:00Z')
    const frequency = content.measures.find(({ definition }) => definition.key === 'deployment_frequency')
    const teams = frequency?.rows.filter(({ all }) => !all) ?? []
    expect(teams.length).toBeGreaterThan(1)
    expect(teams.reduce((sum, { week }) => sum + (week.value ?? 0), 0)).toBe(4)
    expect(teams.reduce((sum, { fourWeeks }) => sum + (fourWeeks.value ?? 0), 0)).toBeCloseTo(16 / 3)
  })

  it('counts by the profile of its view, and says which', async () => {
    const content = await gather('2026-10-26T08:00:00Z', { options: { profile: 'datadog' }, scope: { services: ['search'] } })
    expect(content.profile).toBe('datadog')
    expect(rowOf(content, 'deployment_frequency').week.value).toBe(2)
    expect(digestMarkdown(content, 'https://windsock.example/')).toContain('profile **datadog**')
  })

  it('reads as Markdown with value, interval and n of each number', async () => {
    const content = await gather('2026-10-26T08:00:00Z')
    const markdown = digestMarkdown(content, 'https://windsock.example/?window=custom')
    // Exact Poisson for k = 4, k = 8, and k = 16 (9.15 to 25.98) over three weeks.
    expect(markdown).toContain('19 October 2026 to 25 October 2026, in UTC')
    expect(markdown).toMatch(/\| Deployment frequency \| 4 \(1\.1 to 10\.2; n 4\) \| 8 \(3\.5 to 15\.8; n 8\) \| 5\.3 \(3 to 8\.7; n 16\) \|/)
    expect(markdown).toContain('[Open this week in the dashboard](<https://windsock.example/?window=custom>)')
    expect(markdown).toContain('## Teams')
  })

  it('calls nothing notable whose intervals overlap, as they do here', async () => {
    // 5 of 6 against 4 of 17 come nearest: 43.6 % to 97 %, and 9.6 % to 47.3 %.
    const content = await gather('2026-10-26T08:00:00Z')
    expect(notableChanges(content)).toEqual({ changes: [], compared: 24 })
  })
})

describe('names from outside', () => {
  let base: DigestContent | undefined
  const nasty = [
    '<script>alert(1)</script>',
    '[click](javascript:alert(1))',
    '![x](https://elsewhere.example/pixel)',
    'a | b | c',
    '**bold** `code` ~~gone~~',
    'https://elsewhere.example www.elsewhere.example someone@elsewhere.example',
    '"><img src=x onerror=alert(1)>',
    'two\nlines\n\n# heading',
    '&lt;b&gt; &#60;',
    '<https://elsewhere.example>',
  ]

  it.each(nasty)('mean only themselves: %j', async (name) => {
    base ??= await gather('2026-10-26T08:00:00Z')
    const measures = base.measures.map((measure) => ({ ...measure, rows: measure.rows.map((row) => (row.all ? row : { ...row, team: name })) }))
    const content = { ...base, name, measures }
    const html = digestHtml(digestMarkdown(content, 'https://windsock.example/'), name)
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag))
    const ours = [
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'h1',
      'h2',
      'p',
      'strong',
      'a',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'ul',
      'li',
    ]
    expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([])
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://windsock.example/'])
    const [heading] = /<h1>([\s\S]*?)<\/h1>/.exec(html)?.slice(1) ?? []
    expect(unescape(heading ?? '')).toBe(name.replace(/\s+/g, ' '))
    const columns = html.match(/<h2>Teams<\/h2>[\s\S]*?<tbody>\s*<tr>([\s\S]*?)<\/tr>/)?.[1]?.match(/<td/g)
    expect(columns).toHaveLength(content.measures.length + 1)
  })
})

function unescape(html: string): string {
  return html.replace(/&(?:#(\d+)|lt|gt|quot|amp);/g, (entity, code: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }[entity] ?? entity),
  )
}
