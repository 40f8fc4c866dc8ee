import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { changesBetween, type Change } from '../../workspace/changes.js'
import { carryOut, readDeclared } from '../apply/carry-out.js'
import { readDocuments, type Located } from '../apply/read-documents.js'
import { readSources } from '../apply/read-sources.js'
import { showChanges, type Outcome } from '../apply/show-changes.js'
import { CliError, exitCodes } from '../cli-error.js'
import { clientOf, examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import type { Terminal } from '../terminal.js'

interface ApplyOptions extends SharedOptions {
  filename: string[]
  dryRun?: boolean
  prune?: boolean
}

const notes = `
The files hold documents of teams, services, environments, approver groups, calendars and the workspace's rules.
What is so already is left alone. With --prune, whatever was declared of a kind that the files have, and is in none
of them, is taken back.

Exit codes: 0 all is as the files say, or would be; 1 a file is wrong, and nothing was written, or a change was refused;
2 a file is not there; 3 no Windsock answers; 4 the token may not change the workspace.`

export function addApply(program: Command, terminal: Terminal): void {
  withTargetAndJson(program.command('apply'))
    .description('declare teams, services, environments, approver groups, calendars and rules from YAML')
    .requiredOption('-f, --filename <path...>', 'a file, a folder of them, or - for standard input')
    .option('--dry-run', 'show the changes and make none')
    .option('--prune', 'take back what the files no longer declare')
    .addHelpText('after', notes)
    .addHelpText(
      'after',
      examples('windsock apply -f windsock.yaml --dry-run', 'windsock apply -f workspace/ --prune', 'cat team.yaml | windsock apply -f -'),
    )
    .action((options: ApplyOptions) => apply(options, terminal))
}

async function apply(options: ApplyOptions, terminal: Terminal): Promise<void> {
  const wanted = wantedOf(readDocuments(await readSources(options.filename, () => text(process.stdin))))
  const client = clientOf(options, terminal)
  const declared = await readDeclared(client)
  const changes = changesBetween(
    declared,
    wanted.map(({ declaration }) => declaration),
  )
  const outcome: Outcome = { dryRun: options.dryRun === true, prune: options.prune === true }
  const due = outcome.dryRun ? [] : changes.filter(({ action }) => outcome.prune || action !== 'undeclared')
  for (const change of due) {
    terminal.progress(`${change.declaration.kind} ${change.declaration.name}`)
    await carryOut(client, change).catch((error: unknown) => {
      throw named(error, change)
    })
  }
  show(terminal, options, { ...outcome, changes: changes.map((change) => report(change, wanted)) }, () => showChanges(changes, outcome))
}

function wantedOf({ declared, misprints }: ReturnType<typeof readDocuments>): Located[] {
  if (misprints.length > 0) {
    const lines = misprints.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
    throw new CliError('Nothing was written, because of this:', exitCodes.failed, lines)
  }
  if (declared.length === 0) throw new CliError('There is no document in what was given.', exitCodes.failed)
  return declared
}

function report({ action, declaration: { kind, name }, fields }: Change, wanted: readonly Located[]) {
  const place = wanted.find(({ declaration }) => declaration.kind === kind && declaration.name === name)
  return { action, kind, name, fields, ...(place && { file: place.file, line: place.line }) }
}

function named(error: unknown, { declaration: { kind, name } }: Change): unknown {
  if (!(error instanceof CliError)) return error
  return new CliError(`${kind} ${name}: ${error.message}`, error.exitCode, error.details)
}
