import type { Command } from 'commander'
import { CliError, exitCodes } from '../cli-error.js'
import { importGit, type Imported } from '../import-git/import-git.js'
import { examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import { findTarget } from '../target.js'
import type { Terminal } from '../terminal.js'

interface ImportGitOptions extends SharedOptions {
  service?: string
  tags: string
  environment: string
  each?: string
  path?: string[]
  hotfixHours?: string
}

const clocks = `
A release made from an annotated tag is dated by the tagger's clock, one from a lightweight tag by the commit's committer
time, which is the only one it has. Importing again records nothing twice.
`

export function addImport(program: Command, terminal: Terminal, outcome: { exitCode: number }): void {
  const command = program.command('import').description('history that is there already')
  withTargetAndJson(command.command('git'))
    .argument('[path]', 'of a clone, bare or not', '.')
    .description('releases from tags, changes from commits, failures from reverts and hotfixes')
    .option('--service <name>', "(default: the repository's name)")
    .option('--tags <glob>', 'which tags are releases', 'v*')
    .option('--environment <name>', 'that they went to', 'production')
    .option('--each <what>', '"merge": every merge into the main line is a release, instead of tags')
    .option('--path <glob...>', 'the parts of a mono-repo that belong to the service')
    .option('--hotfix-hours <hours>', 'a patch release this soon after another marks it as failed', '48')
    .addHelpText(
      'after',
      clocks +
        examples(
          'windsock import git .',
          "windsock import git ../shop --service checkout --tags 'checkout-v*' --path 'checkout/**'",
          'windsock import git . --each merge --json',
        ),
    )
    .action(async (path: string, options: ImportGitOptions) => {
      const target = findTarget(options, terminal.env)
      const imported = await importGit({
        ...target,
        ...readOptions(path, options),
        onProgress: ({ sent, total }) => terminal.progress(`${sent} of ${total} events sent`),
      })
      show(terminal, options, imported, () => describe(imported, target.url))
      if (imported.rejected.length > 0) outcome.exitCode = exitCodes.failed
    })
}

function readOptions(path: string, { service, tags, environment, each, path: paths, hotfixHours }: ImportGitOptions) {
  if (each !== undefined && each !== 'merge') throw new CliError(`--each must be merge, not "${each}".`, exitCodes.usage)
  const hotfixWindowHours = Number(hotfixHours)
  if (!(hotfixWindowHours >= 0)) throw new CliError(`--hotfix-hours must be a number, not "${hotfixHours}".`, exitCodes.usage)
  return { path, service, tags, environment, each: each as 'merge' | undefined, paths, hotfixWindowHours }
}

function describe({ service, releases, changes, accepted, duplicates, rejected, datedBy }: Imported, url: string): string {
  const lines = [
    `${service}: ${releases} releases and ${changes} changes; ${accepted} events are new, ${duplicates} were known.`,
    `Dated by the clock of an annotated tag: ${datedBy.tagger}; by the committer time of the commit: ${datedBy.committer}.`,
  ]
  if (rejected.length > 0) lines.push('Not accepted:', ...rejected.map((reason) => `  ${reason}`))
  return [...lines, `See it at ${url}/service?id=${encodeURIComponent(service)}`].join('\n')
}
