import type { Command } from 'commander'
import { readConfig } from '../../config/config.js'
import { ConfigError } from '../../config/config-error.js'
import { exitCodes } from '../cli-error.js'
import { createClient } from '../client.js'
import { checkDataDirectory, checkNode, checkPort, checkServers, checkWeb } from '../doctor/here.js'
import { checkRunning } from '../doctor/running.js'
import type { Finding } from '../doctor/finding.js'
import { examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import { dataDirectory, readRunFile, type Target } from '../target.js'
import { tableOf, type Terminal } from '../terminal.js'

export function addDoctor(program: Command, terminal: Terminal, outcome: { exitCode: number }): void {
  withTargetAndJson(program.command('doctor'))
    .description('check this installation and say what is missing; exit code 1 if something is')
    .addHelpText('after', examples('windsock doctor', 'windsock doctor --json'))
    .action(async (options: SharedOptions) => {
      const findings = await examine(options, terminal)
      show(terminal, options, { ok: findings.every(({ state }) => state !== 'missing'), findings }, () => describe(findings))
      if (findings.some(({ state }) => state === 'missing')) outcome.exitCode = exitCodes.failed
    })
}

async function examine(options: SharedOptions, { env, progress }: Terminal): Promise<Finding[]> {
  const remote = options.url ?? env.WINDSOCK_URL
  if (remote)
    return [checkNode(), ...(await checkRunning(createClient({ url: remote.replace(/\/+$/, ''), token: options.token ?? env.WINDSOCK_TOKEN ?? '' })))]
  progress('looking at this machine')
  const directory = dataDirectory(options, env)
  const run = readRunFile(directory)
  const here = await examineHere(env, directory, run)
  if (!run) return [...here, { what: 'Windsock', state: 'warning', found: 'it is not running', todo: 'Start it with `npm start`.' }]
  progress(`asking ${run.url}`)
  return [...here, ...(await checkRunning(createClient({ url: run.url, token: options.token ?? run.token })))]
}

async function examineHere(env: Terminal['env'], directory: string, run: Target | null): Promise<Finding[]> {
  try {
    const config = readConfig(env, { dataDir: directory })
    return [checkNode(), checkDataDirectory(directory), await checkPort(config, run), ...(await checkServers(config)), checkWeb(config)]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [checkNode(), checkDataDirectory(directory), { what: 'settings', state: 'missing', found: error.message, todo: 'Correct this setting.' }]
  }
}

function describe(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, state, found, todo }) => [state, what, todo ? `${found}. ${todo}` : found])
  return tableOf(['', 'WHAT', 'FOUND'], rows)
}
