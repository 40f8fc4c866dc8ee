import type { Command } from 'commander'
import { exitCodes } from '../cli-error.js'
import { clientOf, examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import type { Terminal } from '../terminal.js'

interface Verification {
  ok: boolean
  entries: number
  brokenAt: number | null
}

export function addAudit(program: Command, terminal: Terminal, outcome: { exitCode: number }): void {
  const audit = program.command('audit').description('the record of who changed what')
  withTargetAndJson(audit.command('verify'))
    .description('check that no entry of the audit log was changed or taken out; exit code 1 if one was')
    .addHelpText('after', examples('windsock audit verify', 'windsock audit verify --json'))
    .action(async (options: SharedOptions) => {
      const { verifyAudit } = await clientOf(options, terminal).graphql<{ verifyAudit: Verification }>('{ verifyAudit { ok entries brokenAt } }')
      show(terminal, options, verifyAudit, () => describe(verifyAudit))
      if (!verifyAudit.ok) outcome.exitCode = exitCodes.failed
    })
}

function describe({ ok, entries, brokenAt }: Verification): string {
  return ok
    ? `The audit log is whole: ${entries} entries.`
    : `The audit log is broken at entry ${brokenAt} of ${entries}: it or one before it was changed.`
}
