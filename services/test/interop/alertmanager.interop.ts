import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleContext, exampleNotification } from '../../alerts/routes/examples.js'
import { alertmanager as route } from '../../alerts/routes/alertmanager/route.js'
import { startProgram, type Program } from './program.js'

let alertmanager: Program

beforeAll(async () => {
  alertmanager = await startProgram('prometheus-alertmanager', async ({ port, directory }) => {
    const config = join(directory, 'alertmanager.yml')
    await writeFile(config, 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n')
    return [
      `--config.file=${config}`,
      `--storage.path=${join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ]
  })
})

afterAll(async () => {
  await alertmanager?.stop()
})

type Listed = { labels: Record<string, string>; annotations: Record<string, string>; status: { state: string } }

async function listed(): Promise<Listed[]> {
  return (await (await fetch(`${alertmanager.url}/api/v2/alerts?active=true`)).json()) as Listed[]
}

it('the real Alertmanager takes what the route sends, once, and forgets it when it is resolved', async () => {
  const startedAt = new Date(Date.now() - 60_000).toISOString()
  const context = exampleContext({ now: new Date() })
  const send = (more: object) => route.send(exampleNotification({ startedAt, ...more }), { url: alertmanager.url }, context)
  expect(await send({})).toMatchObject({ ok: true })
  expect(await send({ summary: 'Told again.' })).toMatchObject({ ok: true })
  const [alert, ...others] = await listed()
  expect(others).toEqual([])
  expect(alert?.labels).toMatchObject({ service: 'checkout', severity: 'page' })
  expect(alert?.status.state).toBe('active')
  expect(await send({ status: 'resolved', resolvedAt: new Date().toISOString() })).toMatchObject({ ok: true })
  await expect.poll(listed, { timeout: 20_000 }).toEqual([])
})
