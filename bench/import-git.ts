import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readConfig } from '@windsock/services/config/config.js'
import { startWindsock } from '@windsock/services/main.js'
import { writeRepository } from './git-repository.js'
import { MEBIBYTE, watchMemory } from './resident-memory.js'

const commits = Number(process.argv[2] ?? 100_000)
const directory = await mkdtemp(join(tmpdir(), 'windsock-bench-'))
const cli = createRequire(import.meta.url).resolve('@windsock/services/cli/main.js')

try {
  const repository = join(directory, 'generated')
  const generated = await timed(() => writeRepository(repository, { commits, seed: 20261102 }))
  console.log(`generated ${commits} commits in ${generated} s`)
  const windsock = await startWindsock(readConfig({}, { dataDir: join(directory, 'data'), port: 0 }))
  const before = Math.round(process.memoryUsage().rss / MEBIBYTE)
  let peak = 0
  const imported = await timed(async () => {
    peak = await runCli(['import', 'git', repository, '--url', windsock.url, '--token', windsock.localToken])
  })
  const settled = await timed(() => windsock.settled())
  console.log(`import git             ${imported} s, ${peak} MiB at most (target 120 s, 512 MiB)`)
  console.log(`then until the numbers ${settled} s`)
  console.log(
    `the whole Windsock     ${before} MiB before, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most, its embedded stores within`,
  )
  await windsock.stop()
} finally {
  await rm(directory, { recursive: true, force: true })
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return Math.round((performance.now() - began) / 100) / 10
}

/** Runs the command and answers the most memory, in MiB, that it and the git it started held at once (Linux). */
async function runCli(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'inherit' })
  const watched = watchMemory(child.pid ?? 0)
  const [code] = (await once(child, 'close')) as [number]
  const { most } = watched()
  if (code !== 0) throw new Error(`import git ended with ${code}.`)
  return most
}
