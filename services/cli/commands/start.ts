import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { CliError } from '../cli-error.js'
import { installationRoot } from '../installation.js'
import { examples } from '../shared-options.js'
import type { Terminal } from '../terminal.js'

interface StartOptions {
  demo?: boolean
  role?: string
  port?: string
  dataDir?: string
}

export function addStart(program: Command, terminal: Terminal, outcome: { exitCode: number }): void {
  program
    .command('start')
    .description('start Windsock here and stay until it is stopped')
    .option('--demo', 'with the known-answer data set, in a data directory of its own')
    .option('--role <role>', 'ingest, api, worker or all; one alone needs PostgreSQL and ClickHouse (or WINDSOCK_ROLE)')
    .option('--port <port>', '(or WINDSOCK_PORT)')
    .option('--data-dir <directory>', '(or WINDSOCK_DATA_DIR)')
    .addHelpText('after', examples('windsock start', 'windsock start --demo', 'windsock start --role worker'))
    .action(async (options: StartOptions) => {
      outcome.exitCode = await launch(options, terminal)
    })
}

/** Through the launcher, because the size of node's thread pool must be set before node starts. */
async function launch({ demo, role, port, dataDir }: StartOptions, { env }: Terminal): Promise<number> {
  const launcher = join(installationRoot, 'services', 'bin', 'launch.mjs')
  if (!existsSync(launcher)) throw new CliError(`${launcher} is missing: start Windsock from a checkout.`)
  const options = Object.entries({ role, port, 'data-dir': dataDir }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
  const child = spawn(process.execPath, [launcher, 'ready', demo ? 'demo' : 'start', ...options], { stdio: 'inherit', env: { ...env } })
  const forward = (signal: NodeJS.Signals) => {
    // A terminal sends Ctrl-C to the whole group, so the child has it already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, forward)
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
