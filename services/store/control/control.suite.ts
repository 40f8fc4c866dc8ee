import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ControlStore } from './data-source.js'
import { AuditEntry } from './entities/audit-entry.js'
import { DirtyService } from './entities/dirty-service.js'
import { InboxEntry } from './entities/inbox-entry.js'
import { IntegrationConnection } from './entities/integration-connection.js'
import { Person } from './entities/person.js'
import { Service } from './entities/service.js'
import { Session } from './entities/session.js'
import { Setting } from './entities/setting.js'
import { Token } from './entities/token.js'

/** What every control store must do, run once for each kind. */
export function describeControlStore(open: () => Promise<ControlStore>): void {
  let store: ControlStore

  beforeAll(async () => {
    store = await open()
  })

  afterAll(async () => {
    await store.close()
  })

  const repository: ControlStore['dataSource']['getRepository'] = (entity) => store.dataSource.getRepository(entity)

  const delivery = (over: Partial<InboxEntry> = {}) => ({
    integration: 'github',
    source: 'shop',
    deliveryId: randomUUID(),
    receivedAt: new Date('2026-03-29T01:59:59.987Z'),
    availableAt: new Date('2026-03-29T01:59:59.987Z'),
    headers: { 'x-event': "push 'quoted' ü" },
    body: Buffer.from([0, 255, 39, 92, 10]),
    contentType: 'application/json',
    size: 5,
    ...over,
  })

  const setting = (key: string) => repository(Setting).findOneBy({ key })

  describe('entities', () => {
    it('have exactly the columns of the tables', async () => {
      const rows: Array<{ table_name: string; column_name: string; is_nullable: string; data_type: string }> = await store.dataSource.query(
        `SELECT table_name, column_name, is_nullable, data_type FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name <> 'schema_migrations' ORDER BY 1, 2`,
      )
      const inTables = rows.map(
        (row) => `${row.table_name}.${row.column_name} ${typeNames[row.data_type] ?? row.data_type} ${row.is_nullable === 'YES'}`,
      )
      const inEntities = store.dataSource.entityMetadatas.flatMap((entity) =>
        entity.columns.map((column) => {
          const type = column.isArray ? 'array' : store.dataSource.driver.normalizeType(column)
          return `${entity.tableName}.${column.databaseName} ${typeNames[type] ?? type} ${column.isNullable}`
        }),
      )
      expect(inTables.length).toBeGreaterThan(80)
      expect(inEntities.sort()).toEqual(inTables.sort())
    })

    it('are written side by side whatever their size', async () => {
      const written = Array.from({ length: 24 }, (_, index) => delivery({ body: Buffer.alloc(index % 2 === 0 ? 700_000 : 10, index), size: index }))
      const insert =
        'INSERT INTO inbox (integration, source, delivery_id, received_at, available_at, headers, body, size) VALUES ($1, $2, $3, now(), now(), $4, $5, $6)'
      await Promise.all(
        written.map((entry) => store.dataSource.query(insert, ['side-by-side', entry.source, entry.deliveryId, '{}', entry.body, entry.size])),
      )
      const [row] = await store.dataSource.query(
        `SELECT count(*)::int AS count, sum(octet_length(body))::int AS bytes FROM inbox WHERE integration = 'side-by-side'`,
      )
      expect(row).toEqual({ count: 24, bytes: 12 * 700_000 + 12 * 10 })
      await store.dataSource.query(`DELETE FROM inbox WHERE integration = 'side-by-side'`)
    })

    it('give back what went in', async () => {
      const saved = await repository(InboxEntry).save(delivery())
      const read = await repository(InboxEntry).findOneByOrFail({ id: saved.id })
      expect(read).toMatchObject({ ...delivery({ deliveryId: saved.deliveryId }), state: 'pending', attempts: 0, outcome: null, leaseUntil: null })
      expect(read.id).toMatch(/^\d+$/)
    })

    it('have the defaults of the tables', async () => {
      await repository(Service).save({ id: `service-${randomUUID()}`, title: 'Shop', paths: ["a'b", 'c,d'], slis: [{ id: 'errors' }] })
      const [service] = await repository(Service).findBy({ title: 'Shop' })
      expect(service).toMatchObject({ paths: ["a'b", 'c,d'], aliases: [], slis: [{ id: 'errors' }], declaredAt: null })
      const token = await repository(Token).save({
        name: 'ci',
        hash: randomBytes(32),
        scopes: ['ingest', 'read'],
        createdBy: 'author-1@example.invalid',
        createdAt: new Date(),
      })
      expect(await repository(Token).findOneByOrFail({ hash: token.hash })).toMatchObject({ id: token.id, scopes: ['ingest', 'read'], teams: null })
      await repository(IntegrationConnection).save({ integration: 'github', source: 'shop', createdAt: new Date() })
      expect(await repository(IntegrationConnection).findOneByOrFail({ source: 'shop' })).toMatchObject({
        secretSealed: null,
        open: false,
        settings: {},
      })
    })
  })

  describe('constraints', () => {
    it('let a delivery in once', async () => {
      const entry = delivery()
      await repository(InboxEntry).insert({ ...entry })
      await expect(repository(InboxEntry).insert({ ...entry })).rejects.toMatchObject({ code: '23505' })
      await repository(InboxEntry).insert({ ...entry, source: 'other' })
      const again = await repository(InboxEntry)
        .createQueryBuilder()
        .insert()
        .values({ ...entry })
        .orIgnore()
        .returning('id')
        .execute()
      expect(again.raw).toEqual([])
    })

    it('know states and roles', async () => {
      await expect(repository(InboxEntry).insert(delivery({ state: 'lost' as 'dead' }))).rejects.toMatchObject({ code: '23514' })
      const person = { login: `author-${randomUUID()}@example.invalid`, displayName: 'Author', createdAt: new Date() }
      await expect(repository(Person).insert({ ...person, role: 'owner' as 'admin' })).rejects.toMatchObject({ code: '23514' })
      const { id: personId } = await repository(Person).save({ ...person, role: 'admin' as const })
      const session = { id: randomBytes(32), personId, createdAt: new Date(), expiresAt: new Date(), csrf: 'x' }
      await repository(Session).insert(session)
      await repository(Person).delete({ id: personId })
      expect(await repository(Session).findOneBy({ id: session.id })).toBeNull()
    })

    it('keep the audit log as it is', async () => {
      const entry = { seq: '1', at: new Date(), actor: 'a', action: 'b', subject: 'c', previousHash: null, hash: randomBytes(32) }
      await repository(AuditEntry).insert(entry)
      await expect(repository(AuditEntry).update({ seq: '1' }, { actor: 'x' })).rejects.toThrow(/only be added to/)
      await expect(repository(AuditEntry).delete({ seq: '1' })).rejects.toThrow(/only be added to/)
      await expect(repository(AuditEntry).clear()).rejects.toThrow()
      await expect(repository(AuditEntry).insert({ ...entry, hash: randomBytes(32) })).rejects.toMatchObject({ code: '23505' })
      await expect(repository(AuditEntry).insert({ ...entry, seq: '2', hash: randomBytes(32) })).rejects.toMatchObject({ code: '23514' })
      expect(await repository(AuditEntry).findOneByOrFail({ seq: '1' })).toMatchObject({ actor: 'a' })
    })

    it('give rising fences', async () => {
      const next = async (): Promise<bigint> => BigInt((await store.dataSource.query("SELECT nextval('fact_fence') AS n"))[0].n)
      const fence = await next()
      expect(await next()).toBeGreaterThan(fence)
    })
  })

  describe('transactions', () => {
    it('keep everything, or nothing', async () => {
      const [kept, dropped] = [randomUUID(), randomUUID()]
      await store.dataSource.transaction(async (manager) => {
        await manager.insert(Setting, { key: kept, value: { n: 1 } })
      })
      const failing = store.dataSource.transaction(async (manager) => {
        await manager.insert(Setting, { key: dropped, value: 1 })
        expect(await manager.findOneBy(Setting, { key: dropped })).toMatchObject({ value: 1 })
        throw new Error('thought better of it')
      })
      await expect(failing).rejects.toThrow('thought better of it')
      expect(await setting(kept)).toMatchObject({ value: { n: 1 } })
      expect(await setting(dropped)).toBeNull()
    })

    it('are rolled back by a statement that fails, and the connection goes on', async () => {
      const key = randomUUID()
      const failing = store.dataSource.transaction(async (manager) => {
        await manager.insert(Setting, { key, value: 1 })
        await manager.insert(Setting, { key, value: 2 })
      })
      await expect(failing).rejects.toMatchObject({ code: '23505' })
      expect(await setting(key)).toBeNull()
    })

    it('undo a savepoint alone', async () => {
      const [outer, inner] = [randomUUID(), randomUUID()]
      await store.dataSource.transaction(async (manager) => {
        await manager.insert(Setting, { key: outer, value: 1 })
        const nested = manager.transaction(async (deeper) => {
          await deeper.insert(Setting, { key: inner, value: 1 })
          throw new Error('inner')
        })
        await nested.catch(() => {})
      })
      expect([await setting(outer), await setting(inner)]).toMatchObject([{ value: 1 }, null])
    })

    it('are not seen by others before they end, and lose no update', async () => {
      const service = randomUUID()
      await repository(DirtyService).insert({ service, since: new Date() })
      const bump = () =>
        store.dataSource.transaction(async (manager) => {
          const row = await manager.findOneOrFail(DirtyService, { where: { service }, lock: { mode: 'pessimistic_write' } })
          await manager.update(DirtyService, { service }, { generation: String(BigInt(row.generation) + 1n) })
        })
      await Promise.all(Array.from({ length: 12 }, bump))
      expect((await repository(DirtyService).findOneByOrFail({ service })).generation).toBe('13')
    })

    it('claim each entry once, by leases', async () => {
      const integration = randomUUID()
      await repository(InboxEntry).insert(Array.from({ length: 40 }, () => delivery({ integration })))
      const claim = async (): Promise<string[]> => {
        const [rows] = await store.dataSource.query(
          `UPDATE inbox SET state = 'leased', lease_until = now() + interval '1 minute', attempts = attempts + 1
           WHERE id IN (SELECT id FROM inbox WHERE state = 'pending' AND integration = $1 ORDER BY available_at, id LIMIT 5 FOR UPDATE SKIP LOCKED)
           RETURNING id`,
          [integration],
        )
        return rows.map((row: { id: string }) => row.id)
      }
      const claimed = (await Promise.all(Array.from({ length: 10 }, claim))).flat()
      expect(claimed.length).toBe(new Set(claimed).size)
      expect(await repository(InboxEntry).countBy({ integration, state: 'pending' })).toBe(40 - claimed.length)
    })
  })

  it('takes text of every kind as parameters only', async () => {
    for (const value of ["'; DROP TABLE inbox; --", '\\', '$1', 'Grüße 東京 🛬']) {
      const key = `${randomUUID()}${value}`
      await repository(Setting).insert({ key, value: { text: value } })
      expect(await setting(key)).toMatchObject({ key, value: { text: value } })
    }
    expect(await repository(InboxEntry).count()).toBeGreaterThan(0)
  })

  it('answers 40 queries at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => store.dataSource.query('SELECT $1::int AS n', [n])))
    expect(answers.map(([row]) => row.n)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  })
}

const typeNames: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  ARRAY: 'array',
}
