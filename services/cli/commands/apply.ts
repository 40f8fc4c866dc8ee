import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { changesBetween, type Change } from '../../workspace/changes.js'
import { kinds } from '../../workspace/specs.js'
import { carryOut, readDeclared, readNameProblems, readRemovalProblems } from '../apply/carry-out.js'
import { carryOutObjectives, objectiveChanges, readObjectives, type ObjectiveChange, type ObjectiveReading } from '../apply/objectives.js'
import { inOrderOfNeed } from '../apply/order-of-need.js'
import { readDocuments, type Located, type Misprint } from '../apply/read-documents.js'
import { readSources, type Source } from '../apply/read-sources.js'
import { showChanges, type Outcome } from '../apply/show-changes.js'
import { splitSource } from '../apply/split-source.js'
import type { Client } from '../client.js'
import { CliError, exitCodes } from '../cli-error.js'
import { clientOf, examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import type { Terminal } from '../terminal.js'

interface ApplyOptions extends SharedOptions {
  filename: string[]
  dryRun?: boolean
  prune?: boolean
}

const notes = `
The files hold documents of teams, services, environments, approver groups, calendars and the workspace's rules,
and OpenSLO v1 documents of objectives, indicators and alert policies, in the same files or in others.
What is so already is left alone. With --prune, whatever was declared of a kind that the files have, and is in none
of them, is taken back.

Exit codes: 0 all is as the files say, or would be; 1 a file is wrong, and nothing was written, or a change was refused;
2 a file is not there; 3 no Windsock answers; 4 the token may not change the workspace.`

export function addApply(program: Command, terminal: Terminal): void {
  withTargetAndJson(program.command('apply'))
    .description('declare teams, services, environments, approver groups, calendars, rules and objectives from YAML')
    .requiredOption('-f, --filename <path...>', 'a file, a folder of them, or - for standard input')
    .option('--dry-run', 'show the changes and make none')
    .option('--prune', 'take back what the files no longer declare')
    .addHelpText('after', notes)
    .addHelpText(
      'after',
      examples(
        'windsock apply -f windsock.yaml --dry-run',
        'windsock apply -f workspace/ --prune',
        'windsock apply -f objectives/payments.openslo.yaml',
        'cat team.yaml | windsock apply -f -',
      ),
    )
    .action((options: ApplyOptions) => apply(options, terminal))
}

async function apply(options: ApplyOptions, terminal: Terminal): Promise<void> {
  const { declared: wanted, objectives } = wantedOf(await readSources(options.filename, () => text(process.stdin)))
  const client = clientOf(options, terminal)
  const workspaceChanges = changesBetween(
    await readDeclared(client),
    wanted.map(({ declaration }) => declaration),
    kinds,
  )
  const { changes: changesOfObjectives, misprints } = await objectiveChanges(client, objectives)
  refuse([...misprints, ...(await missingNames(client, wanted, workspaceChanges))])
  const outcome: Outcome = { dryRun: options.dryRun === true, prune: options.prune === true }
  const pruned = outcome.prune ? workspaceChanges.filter(({ action }) => action === 'undeclared') : []
  await refuseToPrune(client, pruned, wanted)
  if (!outcome.dryRun) {
    const due = workspaceChanges.filter(({ action }) => action === 'create' || action === 'change')
    for (const change of [...inOrderOfNeed(due), ...pruned]) {
      terminal.progress(`${change.declaration.kind} ${change.declaration.name}`)
      await carryOut(client, change).catch((error: unknown) => {
        throw named(error, change)
      })
    }
    await carryOutObjectives(client, changesOfObjectives, outcome.prune)
  }
  const changes = [...workspaceChanges, ...changesOfObjectives]
  const places = [...wanted.map(({ declaration: { kind, name }, file, line }) => ({ kind, name, file, line })), ...objectives.declared]
  show(terminal, options, { ...outcome, notUsed: objectives.notUsed, changes: changes.map((change) => report(change, places)) }, () =>
    [showChanges(changes, outcome), ...objectives.notUsed.map((name) => `${name} was read and is not kept.`)].join('\n'),
  )
}

/** Only what is to be changed is asked about: what is so already is left alone. */
async function missingNames(client: Client, wanted: readonly Located[], changes: readonly Change[]): Promise<Misprint[]> {
  const changed = new Set(changes.filter(({ action }) => action === 'create' || action === 'change').map(({ declaration }) => declaration))
  if (changed.size === 0) return []
  const problems = await readNameProblems(
    client,
    wanted.map(({ declaration }) => declaration),
  )
  return problems.flatMap(({ index, ...problem }) => {
    const located = wanted[index]
    return located && changed.has(located.declaration) ? [located.locate(problem)] : []
  })
}

async function refuseToPrune(client: Client, pruned: readonly Change[], wanted: readonly Located[]): Promise<void> {
  if (pruned.length === 0) return
  const problems = await readRemovalProblems(
    client,
    pruned.map(({ declaration }) => declaration),
    wanted.map(({ declaration }) => declaration),
  )
  if (problems.length === 0) return
  throw new CliError('Nothing was written, because --prune would remove what is still named:', exitCodes.failed, problems)
}

type Wanted = { declared: Located[]; objectives: ObjectiveReading }

function wantedOf(sources: readonly Source[]): Wanted {
  const split = sources.map(splitSource)
  const { declared, misprints } = readDocuments(split.map(({ workspace }) => workspace))
  const objectives = readObjectives(split.flatMap(({ openSlo }) => openSlo ?? []))
  refuse([...misprints, ...objectives.misprints])
  if (declared.length + objectives.declared.length === 0) throw new CliError('There is no document in what was given.', exitCodes.failed)
  return { declared, objectives }
}

function refuse(wrong: readonly Misprint[]): void {
  if (wrong.length === 0) return
  const lines = wrong.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
  throw new CliError('Nothing was written, because of this:', exitCodes.failed, lines)
}

type Place = { kind: string; name: string; file: string; line?: number }

function report({ action, declaration: { kind, name }, fields }: Change | ObjectiveChange, places: readonly Place[]) {
  const place = places.find((one) => one.kind === kind && one.name === name)
  return { action, kind, name, fields, ...(place && { file: place.file, line: place.line }) }
}

function named(error: unknown, { declaration: { kind, name } }: Change): unknown {
  if (!(error instanceof CliError)) return error
  return new CliError(`${kind} ${name}: ${error.message}`, error.exitCode, error.details)
}
