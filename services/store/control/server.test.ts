import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type Postgres } from '../../test/postgres.js'
import { describeControlStore } from './control.suite.js'
import { ControlUnavailable, openControl } from './data-source.js'

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(async () => {
  await postgres.stop()
})

const open = () => openControl({ kind: 'server', url: postgres.url })

describe('control on PostgreSQL', () => {
  describeControlStore(open)
})

describe('a server', () => {
  it('is migrated once by several processes that start together', async () => {
    const other = await startPostgres()
    const stores = await Promise.all([1, 2, 3].map(() => openControl({ kind: 'server', url: other.url, poolSize: 3 })))
    const applied = await stores[0]!.dataSource.query('SELECT name FROM schema_migrations ORDER BY id')
    expect(applied.map(({ name }: { name: string }) => name)).toEqual(stores[0]!.dataSource.migrations.map(({ name }) => name))
    await Promise.all(stores.map((store) => store.close()))
    await other.stop()
    await expect(openControl({ kind: 'server', url: other.url })).rejects.toThrow(ControlUnavailable)
  })

  it('that goes away fails the queries, and the process goes on', async () => {
    const other = await startPostgres()
    const store = await openControl({ kind: 'server', url: other.url })
    await store.dataSource.query('SELECT 1')
    await other.stop()
    await expect(store.dataSource.query('SELECT 1')).rejects.toThrow()
    await store.close()
  })
})
