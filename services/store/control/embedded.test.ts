import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlTemplate } from '../../test/control-template.js'
import { describeControlStore } from './control.suite.js'
import { DataDirectoryRefused } from './data-directory.js'
import { openControl, type ControlStore } from './data-source.js'
import { Setting } from './entities/setting.js'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'control-'))
})

afterAll(async () => {
  await rm(directory, { recursive: true, force: true })
})

describe('embedded control', () => {
  describeControlStore(() => openControl({ kind: 'embedded', directory, template: controlTemplate() }))
})

describe('the embedded store', () => {
  it('keeps data over a close, is held by one at a time, and does not block the event loop', async () => {
    const first = await openControl({ kind: 'embedded', directory, template: controlTemplate() })
    await expect(openControl({ kind: 'embedded', directory, template: controlTemplate() })).rejects.toThrow(DataDirectoryRefused)
    await first.dataSource.getRepository(Setting).insert({ key: 'kept', value: 7 })
    const sockets = await stat(join(directory, 'postgres', 'socket'))
    expect(sockets.mode & 0o777).toBe(0o700)
    await first.close()
    await first.close()

    const again = await openControl({ kind: 'embedded', directory, template: controlTemplate() })
    expect(await again.dataSource.getRepository(Setting).findOneBy({ key: 'kept' })).toMatchObject({ value: 7 })
    const busy = again.dataSource.query('SELECT count(*) FROM generate_series(1, 3000000)')
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 10)
    await busy
    clearInterval(timer)
    await again.close()
    expect(ticks).toBeGreaterThan(3)
  })

  it('is joined by other threads, whose statements and transactions do not fall into each other', async () => {
    const first = await openControl({ kind: 'embedded', directory, template: controlTemplate() })
    const place = first.place as NonNullable<typeof first.place>
    const joined = await openControl({ kind: 'joined', place })
    await first.dataSource.query('CREATE TABLE turns (who text, turn int)')
    const ask = async ({ dataSource }: ControlStore, who: string) => {
      for (let turn = 0; turn < 200; turn += 1) {
        const [row] = await dataSource.query('SELECT $1::text AS who, $2::int + 1 AS next', [who, turn])
        expect(row).toEqual({ who, next: turn + 1 })
        if (turn % 10 === 0) await expect(dataSource.query('SELECT $1::int / 0', [turn])).rejects.toThrow('division by zero')
      }
    }
    const write = async ({ dataSource }: ControlStore, who: string) => {
      for (let turn = 0; turn < 30; turn += 1) {
        const ends = turn % 2 === 0 ? 'COMMIT' : 'ROLLBACK'
        const runner = dataSource.createQueryRunner()
        await runner.query('BEGIN')
        await runner.query('INSERT INTO turns VALUES ($1, $2)', [who, turn])
        await runner.query(ends)
        await runner.release()
      }
    }
    await Promise.all([ask(first, 'first'), ask(joined, 'joined'), write(first, 'first'), write(joined, 'joined')])
    expect(await joined.dataSource.query('SELECT who, count(*)::int AS turns FROM turns GROUP BY who ORDER BY who')).toEqual([
      { who: 'first', turns: 15 },
      { who: 'joined', turns: 15 },
    ])
    await joined.close()
    expect(await first.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    await first.dataSource.query('DROP TABLE turns')
    await first.close()
  })

  it('is made anew without a template, in a directory with a long path', async () => {
    // The first start of PGlite alone takes five seconds of one core.
    const long = join(directory, 'a'.repeat(60), 'b'.repeat(60))
    const store = await openControl({ kind: 'embedded', directory: long })
    expect(await store.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    await store.close()
  }, 120_000)
})
