import { describe } from 'vitest'
import { startTestApp } from '../app.js'
import { startClickHouseFront } from '../clickhouse-front/start-clickhouse-front.js'
import { startPostgres } from '../postgres.js'
import { endToEndSuite, type Installation } from './end-to-end.suite.js'

describe('on embedded stores', () => {
  endToEndSuite(openEmbedded)
})

describe('on PostgreSQL and ClickHouse over HTTP', () => {
  endToEndSuite(openServers)
})

async function openEmbedded(): Promise<Installation> {
  const app = await startTestApp()
  return { app, stop: () => app.stop() }
}

async function openServers(): Promise<Installation> {
  const [postgres, front] = await Promise.all([startPostgres(), startClickHouseFront()])
  const { url, username, password } = front
  const clickhouse = { url, username, password, database: 'default' }
  const app = await startTestApp({ postgresUrl: postgres.url, secretKey: Buffer.alloc(32, 5).toString('base64'), clickhouse })
  return {
    app,
    async stop() {
      await app.stop()
      await front.stop()
      await postgres.stop()
    },
  }
}
