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
  lag: string
  preReleases?: boolean
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
    .option('--lag <duration>', 'from a tag to its deployment, such as 90s, 30m, 2h or 1d', '0s')
    .option('--pre-releases', 'tags such as v1.2.0-rc.1 are releases too')
    .addHelpText(
      'after',
      clocks +
        examples(
          'windsock import git .',
          "windsock import git ../shop --service checkout --tags 'checkout-v*' --path 'checkout/**'",
          'windsock import git . --each merge --json',
          'windsock import git . --lag 30m',
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

function readOptions(path: string, { service, tags, environment, each, path: paths, hotfixHours, lag, preReleases }: ImportGitOptions) {
  if (each !== undefined && each !== 'merge') throw new CliError(`--each must be merge, not "${each}".`, exitCodes.usage)
  const hotfixWindowHours = Number(hotfixHours)
  if (!(hotfixWindowHours >= 0)) throw new CliError(`--hotfix-hours must be a number, not "${hotfixHours}".`, exitCodes.usage)
  return { path, service, tags, environment, each: each as 'merge' | undefined, paths, hotfixWindowHours, lagSeconds: secondsOf(lag), preReleases }
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

function secondsOf(lag: string): number {
  const [, amount, unit = ''] = /^(\d{1,9}(?:\.\d+)?)([smhd])$/.exec(lag) ?? []
  if (amount === undefined) throw new CliError(`--lag must be a number with s, m, h or d, such as 30m, not "${lag}".`, exitCodes.usage)
  return Math.round(Number(amount) * (SECONDS[unit] ?? 0))
}

function describe({ service, releases, changes, accepted, duplicates, rejected, datedBy }: Imported, url: string): string {
  const lines = [
    `${service}: ${releases} releases and ${changes} changes; ${accepted} events are new, ${duplicates} were known.`,
    `Dated by the clock of an annotated tag: ${datedBy.tagger}; by the committer time of the commit: ${datedBy.committer}.`,
  ]
  if (rejected.length > 0) lines.push('Not accepted:', ...rejected.map((reason) => `  ${reason}`))
  return [...lines, `See it at ${url}/service?id=${encodeURIComponent(service)}`].join('\n')
}
