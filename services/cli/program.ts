import { Command, CommanderError } from 'commander'
import { CliError, exitCodes } from './cli-error.js'
import { addApply } from './commands/apply.js'
import { addAudit } from './commands/audit.js'
import { addDoctor } from './commands/doctor.js'
import { addImport } from './commands/import.js'
import { addRebuild } from './commands/rebuild.js'
import { addRecord } from './commands/record.js'
import { addReplay } from './commands/replay.js'
import { addStart } from './commands/start.js'
import { addToken } from './commands/token.js'
import { installedVersion } from './installation.js'
import type { Terminal } from './terminal.js'

const commands = [addStart, addApply, addImport, addRecord, addRebuild, addReplay, addToken, addAudit, addDoctor]

const footer = `
A command speaks to the Windsock named by --url and --token or WINDSOCK_URL and WINDSOCK_TOKEN,
else to the one that runs on this machine's data directory.

Exit codes: 0 done; 1 it failed, or something was found wrong; 2 the command line was not understood;
3 no Windsock answers, or a store of it is away; 4 the token does not allow it.

Examples:
  windsock start --demo
  windsock import git . --service payments
  windsock record deployment.finished --service payments --environment production --deployment 41 --outcome succeeded
  windsock doctor --json`

/** Runs one command line, without the names of node and the script, and gives the exit code. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const outcome = { exitCode: exitCodes.done as number }
  const program = createProgram(terminal, outcome)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return outcome.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    if (!(error instanceof CliError)) throw error
    terminal.err([error.message, ...error.details.map((line) => `  ${line}`)].join('\n'))
    return error.exitCode
  }
}

/** Commands that end with another code than 0 without an error leave it in `outcome`. */
export function createProgram(terminal: Terminal, outcome: { exitCode: number }): Command {
  const program = new Command('windsock')
  program.exitOverride().configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) })
  program.description('Release analytics and gating: continue, pause or roll back.').version(installedVersion()).enablePositionalOptions()
  program.addHelpText('after', footer).showHelpAfterError('(see windsock --help)')
  for (const add of commands) add(program, terminal, outcome)
  return program
}
