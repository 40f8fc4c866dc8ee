import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { expectWhole, launchBrowser, signIn, type Visit } from './browser.js'

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await startTestApp()
  const rollout = { service: 'stray', deployment: 'stray-1', environment: 'production', outcome: 'succeeded', version: '1' }
  const event = { id: 'e1', source: 'ci/test', type: 'deployment.finished', time: '2026-10-02T10:00:00Z', data: rollout }
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) }
  expect((await app.request('/v1/events', init)).status).toBe(202)
  await app.settled()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const visit = (path: string, as: Visit) => signIn(browser, app, path, as)

describe.each([{ width: 1440, colorScheme: 'light' } as Visit, { width: 390, colorScheme: 'dark' } as Visit])('at $width pixels', (as) => {
  it('a calendar, a group, a team and an environment are declared, changed and removed', async () => {
    const { page, faults } = await visit('/settings', as)
    const panel = (title: string) => page.getByRole('region', { name: title, exact: true })
    const add = async (title: string, noun: string, fill: () => Promise<void>) => {
      await panel(title).getByText(`Add a ${noun}`).click()
      await fill()
      await panel(title).getByRole('button', { name: 'Save' }).click()
      await panel(title).getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    }
    await add('Teams', 'team', async () => {
      await panel('Teams').getByLabel('Name', { exact: true }).fill('checkout')
      await panel('Teams').getByLabel('Members').fill('author-17\nauthor-18')
    })
    await add('Approver groups', 'group', () => panel('Approver groups').getByLabel('Name', { exact: true }).fill('dba'))
    await add('Calendars', 'calendar', () => panel('Calendars').getByLabel('Name', { exact: true }).fill('north'))
    await panel('Calendars').getByRole('button', { name: 'Change north' }).click()
    await panel('Calendars').getByLabel('Holidays').fill('2026-12-25')
    await expectWhole(page, faults)
    await panel('Calendars').getByRole('button', { name: 'Save' }).click()
    await panel('Calendars')
      .getByRole('cell', { name: '1', exact: true })
      .or(panel('Calendars').getByText('1', { exact: true }))
      .first()
      .waitFor()
    await panel('Environments').getByRole('button', { name: 'Change production' }).click()
    await panel('Environments').getByRole('button', { name: 'Save' }).click()
    await panel('Environments').getByText('declaration').waitFor()
    const declared = '{ declarations { kind name spec } }'
    const { data } = await app.graphql<{ declarations: { kind: string; spec: Record<string, unknown> }[] }>(declared)
    const specs = Object.fromEntries(data.declarations.map(({ kind, spec }) => [kind, spec]))
    expect(specs).toMatchObject({
      TEAM: { members: ['author-17', 'author-18'] },
      APPROVER_GROUP: { quorum: 1 },
      CALENDAR: { timeZone: 'UTC', holidays: ['2026-12-25'] },
      ENVIRONMENT: { production: true },
    })
    for (const [title, name] of [
      ['Teams', 'checkout'],
      ['Approver groups', 'dba'],
      ['Calendars', 'north'],
      ['Environments', 'production'],
    ] as const) {
      await panel(title)
        .getByRole('button', { name: `Remove ${name}` })
        .click()
      await panel(title)
        .getByRole('button', { name: `Remove for good ${name}` })
        .click()
      await panel(title)
        .getByRole('button', { name: `Remove ${name}` })
        .or(panel(title).getByRole('button', { name: `Remove for good ${name}` }))
        .waitFor({ state: 'detached' })
    }
    expect((await app.graphql<{ declarations: object[] }>(declared)).data.declarations).toHaveLength(1)
  })

  it('the rules are kept', async () => {
    const { page, faults } = await visit('/settings', as)
    const panel = page.getByRole('region', { name: 'Workspace', exact: true })
    await panel.getByLabel('Attribution window, in hours').fill(String(as.width))
    await panel.getByLabel('Required by tier').fill('1: sbom, commit')
    await panel.getByRole('button', { name: 'Save the rules' }).click()
    await panel.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    await expectWhole(page, faults)
    const { data } = await app.graphql('{ workspace { attributionWindowHours requiredProvenance { byTier { tier fields } } } }')
    expect(data).toEqual({
      workspace: { attributionWindowHours: as.width, requiredProvenance: { byTier: [{ tier: '1', fields: ['commit', 'sbom'] }] } },
    })
  })

  it('targets are set in the unit they are read in, and taken back', async () => {
    const { page, faults } = await visit('/settings', as)
    const panel = page.getByRole('region', { name: 'Targets', exact: true })
    const rate = panel.getByRole('group', { name: /^Change failure rate/ })
    const save = async (upper: string) => {
      await rate.getByLabel('Upper').fill(upper)
      const answered = page.waitForResponse((response) => response.request().postData()?.includes('updateWorkspace') ?? false)
      await panel.getByRole('button', { name: 'Save the targets' }).click()
      await answered
      return (await app.graphql('{ workspace { targets { measure low high } } }')).data
    }
    expect(await save('20')).toEqual({ workspace: { targets: [{ measure: 'change_failure_rate', low: 0.1, high: 0.2 }] } })
    await expectWhole(page, faults)
    expect(await save('15')).toEqual({ workspace: { targets: [] } })
  })

  it('a service that nobody declared is claimed', async () => {
    const { page, faults } = await visit('/services', as)
    const panel = page.getByRole('region', { name: 'Seen in events, not declared' })
    await panel.getByLabel('Team of stray').fill('chekcout')
    await panel.getByRole('button', { name: 'Claim stray' }).click()
    await panel.getByRole('alert').filter({ hasText: 'there is no team chekcout' }).waitFor()
    await app.graphql('mutation { putTeam(name: "checkout", input: {}) { changed } }')
    await panel.getByLabel('Team of stray').fill('checkout')
    await expectWhole(page, faults)
    await panel.getByRole('button', { name: 'Claim stray' }).click()
    await panel.waitFor({ state: 'detached' })
    const { data } = await app.graphql<{ services: { edges: object[] } }>('{ services { edges { node { id team declared } } } }')
    expect(data.services.edges).toEqual([{ node: { id: 'stray', team: 'checkout', declared: true } }])
    await page.goto(`${app.url}/service?id=stray`)
    await page.getByText('Change what is declared').click()
    await page.getByLabel('Other names').fill('drifter, rover')
    await expectWhole(page, faults)
    await page.getByRole('button', { name: 'Declare', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Declared.' }).waitFor()
    const { declarations } = (await app.graphql<{ declarations: object[] }>('{ declarations(names: ["stray"]) { spec } }')).data
    expect(declarations).toMatchObject([{ spec: { team: 'checkout', aliases: ['drifter', 'rover'] } }])
    await app.graphql('mutation { withdrawService(name: "stray") deleteTeam(name: "checkout") }')
    await app.settled()
  })
})
