import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const incident = (id: string, minute: string) => ({
  id: `detected ${id}`,
  source: `pager-${id}`,
  type: 'incident.detected',
  time: `2026-10-03T11:${minute}:00Z`,
  data: { incident: id, service: 'payments', title: `Trouble ${id}` },
})
const rollout = (deployment: string, source: string) => ({
  id: deployment,
  source,
  type: 'deployment.finished',
  time: '2026-10-03T10:00:00Z',
  data: { deployment, service: 'payments', environment: 'production', version: '1', outcome: 'succeeded' },
})

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const body = JSON.stringify([incident('a', '00'), incident('b', '05'), incident('c', '10'), rollout('run-1', 'ci'), rollout('sync-1', 'argo')])
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  await app.settled()
})
afterAll(() => app?.stop())

async function correct(kind: string, fact: string, fields: string): Promise<void> {
  const { errors } = await app.graphql(
    `mutation { correctFact(input: { kind: ${kind}, fact: "${fact}", fields: ${fields}, reason: "they are one" }) { id } }`,
  )
  expect(errors).toBeUndefined()
  await app.settled()
}

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await app.graphql<T>(query)
  expect(errors).toBeUndefined()
  return data
}

const correctionsOf = async (kind: string, fact: string) =>
  (await ask<{ corrections: { fact: string; fields: object }[] }>(`{ corrections(kind: ${kind}, fact: "${fact}") { fact fields } }`)).corrections
const partsOf = async (id: string) =>
  (await ask<{ incidentParts: { id: string; title: string; sources: string[] }[] }>(`{ incidentParts(id: "${id}") { id title sources } }`))
    .incidentParts
const incidents = async () =>
  (await ask<{ incidents: { edges: { node: { id: string } }[] } }>('{ incidents { edges { node { id } } } }')).incidents.edges.map(
    ({ node }) => node.id,
  )

it('an incident that others were joined into shows them and their corrections, by which each can be taken out again', async () => {
  await correct('INCIDENT', 'b', '{ severity: "minor" }')
  await correct('INCIDENT', 'c', '{ mergeInto: "b" }')
  await correct('INCIDENT', 'b', '{ mergeInto: "a" }')
  expect(await incidents()).toEqual(['a'])
  expect(await partsOf('a')).toEqual(['a', 'b', 'c'].map((id) => ({ id, title: `Trouble ${id}`, sources: [`pager-${id}`] })))
  expect((await correctionsOf('INCIDENT', 'a')).map(({ fact, fields }) => [fact, fields])).toEqual([
    ['b', { mergeInto: 'a' }],
    ['c', { mergeInto: 'b' }],
    ['b', { severity: 'minor' }],
  ])
  await correct('INCIDENT', 'b', '{ mergeInto: null }')
  expect((await incidents()).sort()).toEqual(['a', 'b'])
  expect(await partsOf('a')).toEqual([])
  expect((await partsOf('b')).map(({ id }) => id)).toEqual(['b', 'c'])
})

it('a rollout lists the corrections of every report that it was joined from', async () => {
  await correct('DEPLOYMENT', 'sync-1', '{ kind: "hotfix" }')
  const { deployments } = await ask<{ deployments: { edges: { node: { id: string; parts: object[] } }[] } }>(
    '{ deployments { edges { node { id parts { deployment } } } } }',
  )
  const [joined] = deployments.edges.map(({ node }) => node)
  expect(joined?.parts).toHaveLength(2)
  for (const id of ['run-1', 'sync-1']) {
    if (id !== joined?.id) continue
    expect((await correctionsOf('DEPLOYMENT', id)).map(({ fact }) => fact)).toEqual(['sync-1'])
  }
  await correct('DEPLOYMENT', 'sync-1', '{ apart: true }')
  expect((await ask<{ deployments: { edges: object[] } }>('{ deployments { edges { cursor } } }')).deployments.edges).toHaveLength(2)
})
