import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlTemplate } from '../../test/control-template.js'
import { describeControlStore } from './control.suite.js'
import { DataDirectoryRefused } from './data-directory.js'
import { openControl } from './data-source.js'
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

  it('is made anew without a template, in a directory with a long path', async () => {
    // The first start of PGlite alone takes five seconds of one core.
    const long = join(directory, 'a'.repeat(60), 'b'.repeat(60))
    const store = await openControl({ kind: 'embedded', directory: long })
    expect(await store.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    await store.close()
  }, 120_000)
})
