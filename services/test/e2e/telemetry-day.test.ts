import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { chance, randomFrom } from '../../../seed/random.js'
import { startTestApp, type TestApp } from '../app.js'
import { createCompany, MINUTE, type Counts, type Sending } from './telemetry-company.js'

/** An hour of forty services in a minute; a day where there is time for it. */
const MINUTES = Number(process.env.WINDSOCK_TELEMETRY_MINUTES ?? 60)
const SPEED = Number(process.env.WINDSOCK_TELEMETRY_SPEED ?? 60)
const SERVICES = 40
/** Its last minute is the one in which its sending ends. */
const START = Math.floor(Date.now() / MINUTE + MINUTES / SPEED) * MINUTE - MINUTES * MINUTE

const company = createCompany({ services: SERVICES, minutes: MINUTES, start: START })
const statuses: number[] = []
const looks = { made: 0, faults: [] as string[] }

let app: TestApp

beforeAll(
  async () => {
    app = await startTestApp()
    const { data } = await app.graphql<{ applyOpenSlo: { applied: boolean; problems: object[] } }>(
      'mutation ($yaml: String!) { applyOpenSlo(yaml: $yaml) { applied problems { line message } } }',
      { yaml: company.openSlo() },
    )
    expect(data.applyOpenSlo).toEqual({ applied: true, problems: [] })
    const headers = { 'content-type': 'application/json' }
    expect((await app.request('/v1/events', { method: 'POST', headers, body: JSON.stringify(company.events()) })).status).toBe(202)
    const dashboards = openDashboards()
    await replay()
    await dashboards.close()
    await app.settled()
  },
  120_000 + (MINUTES * MINUTE) / SPEED,
)

afterAll(() => app?.stop())

async function send({ path, headers, body }: Sending): Promise<void> {
  statuses.push((await app.request(path, { method: 'POST', headers, body })).status)
}

/** Minute by minute, as fast as asked, a tenth of it twice. */
async function replay(): Promise<void> {
  const random = randomFrom(7)
  const began = Date.now()
  for (const first of company.first()) await send(first)
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (const sending of company.requestsOf(minute)) {
      await send(sending)
      if (chance(random, 0.1)) await send(sending)
    }
    await sleep(Math.max(0, began + ((minute + 1) * MINUTE) / SPEED - Date.now()))
  }
}

const PAGES = [
  '{ slos(first: 100) { edges { node { name objectives { attainment budgetLeft burns { seconds burn } } } } } }',
  '{ slo(name: "service-04-answers") { objectives { history { from good total } rules { burning } } } }',
  '{ alerts { edges { node { rule state service messages { reason } } } } }',
  'query ($from: DateTime!, $to: DateTime!) { indicatorHistory(service: "service-11", from: $from, to: $to) { points { goodRatio quantiles { value } } } }',
  'query ($from: DateTime!, $to: DateTime!) { metrics(keys: [deployment_frequency, change_failure_rate, post_deploy_sli_change, slo_attainment], interval: DAY, window: { from: $from, to: $to }) { groups { total { value } series { value { value } } } } }',
]

/** Looks at one page after another for as long as they are open. */
function openDashboards() {
  let isOpen = true
  const variables = { from: new Date(START - 86_400_000).toISOString(), to: new Date(START + MINUTES * MINUTE).toISOString() }
  const looking = (async () => {
    for (let turn = 0; isOpen; turn += 1) {
      const { status, errors } = await app.graphql(PAGES[turn % PAGES.length] as string, variables)
      looks.made += 1
      if (status !== 200 || errors) looks.faults.push(`${status} ${JSON.stringify(errors)}`)
      await sleep(150)
    }
  })()
  return {
    close: async () => {
      isOpen = false
      await looking
    },
  }
}

type Standing = { name: string; objectives: { good: number; total: number }[] }

async function standings(): Promise<Map<string, { good: number; total: number } | undefined>> {
  const { data } = await app.graphql<{ slos: { edges: { node: Standing }[] } }>(
    '{ slos(first: 200) { edges { node { name objectives { good total } } } } }',
  )
  return new Map(data.slos.edges.map(({ node }) => [node.name, node.objectives[0]]))
}

function sum(counts: readonly (Counts | null)[]): Counts {
  return counts.reduce<Counts>((all, one) => ({ good: all.good + (one?.good ?? 0), total: all.total + (one?.total ?? 0) }), { good: 0, total: 0 })
}

const round = ({ good, total }: Counts) => ({ good: Math.round(good), total: Math.round(total) })

describe(`${MINUTES} minutes of ${SERVICES} services at ${SPEED} times their speed`, () => {
  it('are taken without a fault while dashboards are open', () => {
    expect(statuses.length).toBeGreaterThan(MINUTES * 2)
    expect(statuses.filter((status) => status !== 200 && status !== 204)).toEqual([])
    expect(looks.faults).toEqual([])
    expect(looks.made).toBeGreaterThan(MINUTES / 2)
  })

  it('stand in every objective as they add up', async () => {
    const standing = await standings()
    expect(standing.size).toBe(SERVICES * 2)
    for (const plan of company.plans) {
      for (const indicator of ['answers', 'quickness'] as const) {
        const told = standing.get(`${plan.service}-${indicator}`)
        expect(told && round(told), `${plan.service} ${indicator}`).toEqual(sum(company.counted(plan, indicator)))
      }
    }
  })

  it(
    'stand in every minute as they happened',
    async () => {
      const ask =
        'query ($service: String!, $from: DateTime!, $to: DateTime!) { indicatorHistory(service: $service, from: $from, to: $to) { indicator stepSeconds points { at good total } } }'
      type History = { indicator: string; stepSeconds: number; points: { at: string; good: number; total: number }[] }
      for (const plan of company.plans) {
        // Three hours at most are given by the minute.
        for (let from = 0; from < MINUTES; from += 180) {
          const to = Math.min(from + 180, MINUTES)
          const span = { from: new Date(START + from * MINUTE).toISOString(), to: new Date(START + to * MINUTE).toISOString() }
          const { data } = await app.graphql<{ indicatorHistory: History[] }>(ask, { service: plan.service, ...span })
          for (const { indicator, stepSeconds, points } of data.indicatorHistory) {
            expect(stepSeconds).toBe(60)
            const counted = company.counted(plan, indicator as 'answers').slice(from, to)
            const expected = counted.flatMap((counts, minute) =>
              counts === null ? [] : [{ at: new Date(START + (from + minute) * MINUTE).toISOString(), ...counts }],
            )
            expect(
              points.map((point) => ({ at: point.at, ...round(point) })),
              `${plan.service} ${indicator}`,
            ).toEqual(expected)
          }
        }
      }
    },
    30_000 + MINUTES * 100,
  )

  it('wake someone for what burns now, and for nothing else', async () => {
    type Alerts = { alerts: { edges: { node: { service: string; slo: string; severity: string } }[] } }
    const burning = async () => {
      const { data } = await app.graphql<Alerts>(
        '{ alerts(filter: { states: [FIRING], rules: ["burn_rate"] }, first: 100) { edges { node { service slo severity } } } }',
      )
      return data.alerts.edges.map(({ node }) => node).filter(({ severity }) => severity === 'PAGE')
    }
    // By the table: bad of the last hour and of the last five minutes, each more than 14.4 times what the target allows.
    const expected = company.plans.filter((plan) => {
      const minutes = company.counted(plan, 'answers')
      const burn = (last: number) => {
        const { good, total } = sum(minutes.slice(-last))
        return total === 0 ? 0 : (1 - good / total) / 0.01
      }
      return burn(60) > 14.4 && burn(5) > 14.4
    })
    expect(expected.map(({ service }) => service)).toEqual(['service-04'])
    await vi.waitFor(async () => expect((await burning()).map(({ slo }) => slo)).toEqual(['service-04-answers']), {
      timeout: 60_000,
      interval: 1_000,
    })
  }, 90_000)

  it('show which releases did harm, and what a new version did not send', async () => {
    type Node = {
      id: string
      version: string
      blindSpots: string[]
      effects: { indicator: string; part: string; settled: boolean; regressed: boolean }[]
    }
    const { data } = await app.graphql<{ deployments: { edges: { node: Node }[] } }>(
      '{ deployments(first: 200) { edges { node { id version blindSpots effects { indicator part settled regressed } } } } }',
    )
    const second = data.deployments.edges.map(({ node }) => node).filter(({ id }) => id.endsWith('-second'))
    expect(second).toHaveLength(SERVICES)
    const regressed = second.filter(({ effects }) => effects.some((effect) => effect.regressed)).map(({ id }) => id)
    const harmful = company.plans.filter(({ bad }) => bad.version === 1).map(({ service }) => `${service}-second`)
    const settled = new Set(second.filter(({ effects }) => effects.some((effect) => effect.settled)).map(({ id }) => id))
    expect(harmful.filter((id) => settled.has(id)).length).toBeGreaterThan(0)
    expect(regressed).toEqual(expect.arrayContaining(harmful.filter((id) => settled.has(id))))
    const blind = company.plans.filter((plan) => plan.isBlind && plan.deployedAt + 32 < MINUTES).map(({ service }) => `${service}-second`)
    expect(blind).toEqual(['service-09-second'])
    for (const id of blind) expect(second.find((deployment) => deployment.id === id)?.blindSpots).toEqual(['quickness'])
  })
})
