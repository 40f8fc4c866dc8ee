import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { exitCodes } from '../cli-error.js'
import { runCli } from '../program.js'
import { at, createScratchRepository, type ScratchRepository } from './scratch-repository.js'

let app: TestApp
let repository: ScratchRepository
beforeAll(async () => {
  app = await startTestApp()
  repository = createScratchRepository('lagging')
  repository.commit('Begin', 1)
  repository.annotate('v1.0.0', 2)
  const bad = repository.commit('Bad', 3)
  repository.annotate('v1.1.0-rc.1', 3)
  repository.annotate('v1.1.0', 4)
  repository.commit(`Revert "Bad"\n\nThis reverts commit ${bad}.`, 100)
  repository.annotate('v1.2.0', 101)
})
afterAll(async () => {
  repository?.remove()
  await app?.stop()
})

async function run(...args: string[]): Promise<{ code: number; err: string }> {
  const err: string[] = []
  const terminal = {
    env: { WINDSOCK_URL: app.url, WINDSOCK_TOKEN: app.localToken },
    out: () => {},
    err: (line: string) => err.push(line),
    progress: () => {},
    now: () => new Date(),
  }
  return { code: await runCli(['import', 'git', repository.path, ...args], terminal), err: err.join('\n') }
}

it.each(['soon', '30', '-5m', '1w', ''])('refuses the lag "%s"', async (lag) => {
  const { code, err } = await run('--lag', lag)
  expect(code).toBe(exitCodes.usage)
  expect(err).toContain('--lag must be a number with s, m, h or d')
})

it('gives releases, dated after their tags, and the failure that a later release took back', async () => {
  expect(await run('--lag', '90m')).toEqual({ code: 0, err: '' })
  await app.settled()
  const rows = await app.graphql<{
    deployments: { edges: { node: { version: string; finishedAt: string; failed: boolean; changeCount: number } }[] }
  }>('{ deployments { edges { node { version finishedAt failed changeCount } } } }')
  const byVersion = Object.fromEntries(
    rows.data.deployments.edges.map(({ node: { version, finishedAt, ...node } }) => [
      version,
      { ...node, finishedAt: new Date(finishedAt).toISOString() },
    ]),
  )
  expect(byVersion).toEqual({
    'v1.0.0': { finishedAt: at(3.5), failed: false, changeCount: 1 },
    'v1.1.0': { finishedAt: at(5.5), failed: true, changeCount: 1 },
    'v1.2.0': { finishedAt: at(102.5), failed: false, changeCount: 1 },
  })
})

it('takes pre-releases when asked to', async () => {
  expect(await run('--service', 'with-candidates', '--pre-releases')).toEqual({ code: 0, err: '' })
  await app.settled()
  const { data } = await app.graphql<{ deployments: { totalCount: number } }>(
    '{ deployments(filter: { services: ["with-candidates"] }) { totalCount } }',
  )
  expect(data.deployments.totalCount).toBe(4)
})
