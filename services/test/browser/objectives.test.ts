import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { expectWhole, launchBrowser, signIn, type Visit } from './browser.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Math.floor(Date.now() / HOUR) * HOUR
const SERVED = NOW - 2 * HOUR
const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }
const PHONE: Visit = { width: 390, colorScheme: 'dark' }

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await startTestApp()
  const iso = (at: number) => new Date(at).toISOString()
  const place = { service: 'cart', environment: 'production' }
  const reading = (at: number, length: number, bad: number) => ({
    id: `reading ${at}`,
    type: 'sli.sampled',
    time: iso(at),
    data: { ...place, sli: 'answers', from: iso(at - length), to: iso(at), total: 1000, good: 1000 - bad },
  })
  const events = [
    {
      id: 'declared',
      type: 'service.declared',
      time: iso(NOW - 240 * HOUR),
      data: { service: 'cart', team: 'shop', slis: ['answers', 'freshness'] },
    },
    { id: 'started', type: 'deployment.started', time: iso(SERVED - 5 * MINUTE), data: { ...place, deployment: 'd1', version: '2.0' } },
    { id: 'finished', type: 'deployment.finished', time: iso(SERVED), data: { ...place, deployment: 'd1', version: '2.0', outcome: 'succeeded' } },
    // Ten days by the hour, two bad of a thousand; then the two sides of the rollout by the minute, sixty bad after it.
    ...Array.from({ length: 236 }, (_, hour) => reading(NOW - (240 - hour) * HOUR, HOUR, 2)),
    ...Array.from({ length: 30 }, (_, minute) => reading(SERVED - (35 - minute) * MINUTE + MINUTE, MINUTE, 2)),
    ...Array.from({ length: 30 }, (_, minute) => reading(SERVED + (minute + 1) * MINUTE, MINUTE, 60)),
  ].map((event) => ({ source: 'test', ...event }))
  const answer = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  expect(answer.status).toBe(202)
  await sendHistogram()
  await app.settled()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Of a minute on the hour before the last: five requests above 2^(7/8) s and up to 2 s, and two up to 2^(10/8) s. */
async function sendHistogram(): Promise<void> {
  const input = { name: 'quickness', kind: 'LATENCY', unit: 's', histogram: { metric: 'app.duration' }, threshold: 2 }
  await app.graphql('mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', { input })
  const labels = { 'service.name': 'cart', 'deployment.environment.name': 'production' }
  const point = {
    attributes: Object.entries(labels).map(([key, stringValue]) => ({ key, value: { stringValue } })),
    startTimeUnixNano: `${NOW - HOUR}000000`,
    timeUnixNano: `${NOW - HOUR + MINUTE}000000`,
    count: '7',
    sum: 12,
    scale: 3,
    positive: { offset: 7, bucketCounts: ['5', '0', '2'] },
  }
  const metrics = [{ name: 'app.duration', exponentialHistogram: { aggregationTemporality: 1, dataPoints: [point] } }]
  const body = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] })
  const answer = await app.request('/v1/otlp/v1/metrics', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(await answer.json()).toEqual({})
}

const visit = (path: string, as: Visit) => signIn(browser, app, path, as)

describe('objectives', () => {
  it('are declared with a target that the past bears, and tried with other burn rules', async () => {
    const { page, faults } = await visit('/slos', DESKTOP)
    await page.getByText('Declare an objective').click()
    await page.getByRole('button', { name: 'Suggest a target' }).click()
    await page.getByText('Name the service and the indicator first.').waitFor()
    await page.getByLabel('Name').first().fill('cart-answers')
    await page.locator('input[name=service]').first().fill('cart')
    await page.locator('input[name=indicator]').first().fill('answers')
    await page.getByRole('button', { name: 'Suggest a target' }).click()
    // 236 · 2 + 30 · 2 + 30 · 60 bad of 296,000: 0.79 %, which spends 79 % of what 99 % allows and 16 % of what 95 % does.
    await page.getByText('99 % would have spent 78.8 %').waitFor()
    expect(await page.locator('input[name=target]').first().inputValue()).toBe('95')
    await page.locator('input[name=target]').first().fill('99')
    await page.getByRole('button', { name: 'Save objective' }).click()
    await page.getByRole('link', { name: 'cart-answers' }).click()
    await page.getByText('99.2122 %').first().waitFor()
    await page.getByRole('button', { name: 'Try', exact: true }).click()
    await page.getByText(/^It would have paged never/).waitFor()
    // An hour holds at most half an hour of 6 %, which is three times what 99 % allows.
    await page.locator('input[name=factor-0]').fill('2.5')
    await page.getByRole('button', { name: 'Try', exact: true }).click()
    await page.getByText(/^It would have paged once/).waitFor()
    await expectWhole(page, faults)
  })

  it('of several indicators are declared by weight as a composite, stand in the list, and are changed', async () => {
    const { page, faults } = await visit('/slos', DESKTOP)
    await page.getByText('Declare an objective').click()
    await page.getByLabel('Name').first().fill('cart-whole')
    await page.locator('input[name=service]').first().fill('cart')
    await page.getByLabel('Judged by').selectOption('PARTS')
    const [answers, freshness] = [page.getByRole('group', { name: 'Part 1' }), page.getByRole('group', { name: 'Part 2' })]
    await page.locator('datalist option[value=answers]').waitFor({ state: 'attached' })
    await answers.getByLabel('Indicator').fill('answers')
    await answers.getByLabel('Target').fill('99')
    await answers.getByLabel('Weight').fill('3')
    await freshness.getByLabel('Indicator').fill('freshness')
    await freshness.getByLabel('Target').fill('95')
    await page.getByRole('button', { name: 'Add a part' }).click()
    await page.getByRole('button', { name: 'Remove part 3' }).click()
    await page.getByRole('button', { name: 'Save objective' }).click()
    const row = page.getByRole('row').filter({ hasText: 'cart-whole' })
    // (3 · 99 + 95) / 4.
    await row.getByText(/98\s%.*composite/).waitFor()
    await row.getByText('answers ×3, freshness ×1').waitFor()
    // A part without data does not weigh: 2332 bad of 296,000.
    expect(await row.innerText()).toContain('99.2122\u00a0%')
    await expectWhole(page, faults)
    await row.getByRole('link', { name: 'cart-whole' }).click()
    await page.getByText('Change this objective').click()
    await page.getByRole('group', { name: 'Part 2' }).getByLabel('Weight').fill('1.5')
    await page.getByRole('button', { name: 'Save objective' }).click()
    await page.getByText('Saved.').waitFor()
    // (3 · 99 + 1.5 · 95) / 4.5.
    await page.getByText('97.6667 %').first().waitFor()
    await expectWhole(page, faults)
  })

  it('show what a release did and what it did not send, on its page and among the findings', async () => {
    const { page, faults } = await visit(`/release?id=${encodeURIComponent('cart@2.0')}`, DESKTOP)
    await page.getByText('This version did not send freshness within half an hour.').waitFor()
    const row = page.getByRole('row').filter({ hasText: 'answers' })
    await row.getByText('regressed').waitFor()
    expect(await row.innerText()).toContain('0.2\u00a0% → 6\u00a0%')
    await page.goto(`${app.url}/findings`)
    await page.getByText('cart 2.0 does not send freshness').waitFor()
    await expectWhole(page, faults)
  })

  it('show how latency is spread over the window, as bars, a table and CSV', async () => {
    const { page, faults } = await visit('/service?id=cart&window=7d', DESKTOP)
    const spread = page.getByRole('region', { name: 'Distribution of quickness, production' })
    await spread.locator('.recharts-bar-rectangle').first().waitFor()
    await spread.getByText('7 events').waitFor()
    await spread.getByText('The same as a table').click()
    const rows = await spread.getByRole('row').allInnerTexts()
    expect(rows.slice(1).map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['1.8\u00a0s', '2\u00a0s', '5', '71.4\u00a0%', '71.4\u00a0%'],
      ['2\u00a0s', '2.2\u00a0s', '0', '0\u00a0%', '71.4\u00a0%'],
      ['2.2\u00a0s', '2.4\u00a0s', '2', '28.6\u00a0%', '100\u00a0%'],
    ])
    const saving = page.waitForEvent('download')
    await spread.getByRole('button', { name: /as CSV$/ }).click()
    expect((await saving).suggestedFilename()).toBe('quickness-distribution.csv')
    await expectWhole(page, faults)
    await page.goto(`${app.url}/service?id=elsewhere&window=7d`)
    await page.getByText('No histogram of this service in this window.').waitFor()
  })

  it.each([
    ['objectives', '/slos', 'Objectives'],
    ['an objective', '/slo?name=cart-answers', 'cart-answers'],
    ['alerts', '/alerts', 'Alerts'],
    ['findings', '/findings', 'Findings'],
    ['a service with telemetry', '/service?id=cart&window=30d', 'cart'],
    ['a release with telemetry', `/release?id=${encodeURIComponent('cart@2.0')}`, 'cart'],
  ])('%s are whole on a phone', async (_name, path, heading) => {
    const { page, faults } = await visit(path, PHONE)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: heading }).waitFor()
    await expectWhole(page, faults)
  })
})
