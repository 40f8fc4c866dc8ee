import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStores, type TestStores } from '../test/stores.js'
import { createAudit, type Audit } from './audit.js'

let stores: TestStores
let audit: Audit

beforeAll(async () => {
  stores = await openTestStores()
  audit = createAudit({ dataSource: stores.control.dataSource, now: () => new Date('2026-11-02T10:00:00Z') })
})
afterAll(() => stores?.close())

test('entries written at once by two writers make one chain without gaps', async () => {
  const other = createAudit({ dataSource: stores.control.dataSource, now: () => new Date('2026-11-02T10:00:01Z') })
  const writers = [audit, other]
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      writers[index % 2]?.append({ actor: 'person:author-1', action: 'createToken', subject: `token ${index}`, details: { é: index, a: [1, null] } }),
    ),
  )
  expect(await audit.verify()).toEqual({ ok: true, entries: 20, brokenAt: null })
  const sequences = (await audit.list({ limit: 100 })).map(({ seq }) => Number(seq))
  expect(sequences).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index))
})

test('the store itself refuses to change an entry', async () => {
  await expect(stores.control.dataSource.query(`UPDATE audit_log SET actor = 'nobody' WHERE seq = 3`)).rejects.toThrow(/only be added to/)
})

test.each([
  ['a changed actor', `UPDATE audit_log SET actor = 'nobody' WHERE seq = 7`, 7],
  ['changed details', `UPDATE audit_log SET details = '{"a": 2}' WHERE seq = 5`, 5],
  ['a removed entry', `DELETE FROM audit_log WHERE seq = 4`, 4],
  ['a removed beginning', `DELETE FROM audit_log WHERE seq = 1`, 1],
])('%s by someone who went past that is found', async (_name, sql, brokenAt) => {
  const { dataSource } = stores.control
  await dataSource.query('ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only')
  await dataSource.query(sql)
  expect(await audit.verify()).toMatchObject({ ok: false, brokenAt })
})
