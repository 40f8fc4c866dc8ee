import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { CliError, exitCodes } from '../cli-error.js'
import { refusal } from '../client.js'
import { clientOf, examples, show, withTarget } from '../shared-options.js'
import type { TargetOptions } from '../target.js'
import type { Terminal } from '../terminal.js'

interface Receipt {
  accepted: number
  duplicates: number
  rejected: { index: number; error: string }[]
}

interface RecordOptions extends TargetOptions {
  id?: string
  source: string
  time?: string
  revision?: string
  set?: string[]
  data?: string
  /** True asks for the answer as JSON; text is the event's data. */
  json?: boolean | string
}

/** Fields of the data that have an option of their own. */
const dataOptions = [
  'service',
  'environment',
  'deployment',
  'version',
  'commit',
  'repository',
  'outcome',
  'incident',
  'title',
  'severity',
  'reason',
  'by',
] as const

export function addRecord(program: Command, terminal: Terminal): void {
  const command = withTarget(program.command('record')).argument('<event type>', 'such as deployment.finished').description('record one event')
  for (const name of dataOptions) command.option(`--${name} <${name}>`)
  command
    .option('--set <name=value...>', 'any other field of the data; a value that is JSON is taken as such')
    .option('--json [data]', "the event's data as JSON; without a value, the answer as JSON")
    .option('--data <data>', 'the same data where the answer is wanted as JSON too')
    .option('--id <id>', 'with --time makes a repetition of this command record nothing twice (default: a new one)')
    .option('--source <source>', 'of the event', 'cli')
    .option('--time <time>', 'when it happened (default: now)')
    .option('--revision <number>', 'a higher one corrects a lower one')
    .addHelpText(
      'after',
      examples(
        'windsock record deployment.finished --service payments --environment production --deployment 41 --outcome succeeded',
        'windsock record incident.detected --service payments --incident INC-7 --severity critical --title "Payments fail"',
        `windsock record change.committed --json '{"repository": "payments", "sha": "4f2a9c1", "committedAt": "2026-11-02T10:00:00Z"}'`,
      ),
    )
    .action(async (type: string, options: RecordOptions) => {
      const event = eventOf(type, options, terminal.now())
      const { status, body } = await clientOf(options, terminal).rest('/v1/events', event)
      if (status !== 202) throw refusal(status, body)
      const receipt = body as Receipt
      show(terminal, options, { ...receipt, id: event.id, source: event.source }, () => describe(receipt, event.id))
    })
}

function eventOf(type: string, options: RecordOptions, now: Date) {
  const revision = options.revision === undefined ? undefined : Number(options.revision)
  if (revision !== undefined && !Number.isSafeInteger(revision)) throw new CliError('--revision must be a whole number.', exitCodes.usage)
  return { id: options.id ?? randomUUID(), source: options.source, type, time: options.time ?? now.toISOString(), revision, data: dataOf(options) }
}

function dataOf(options: RecordOptions): Record<string, unknown> {
  const named = Object.fromEntries(
    dataOptions.map((name) => [name, (options as unknown as Record<string, unknown>)[name]]).filter(([, value]) => value !== undefined),
  )
  const text = options.data ?? (typeof options.json === 'string' ? options.json : undefined)
  return { ...(text === undefined ? {} : readObject(text)), ...named, ...Object.fromEntries((options.set ?? []).map(readPair)) }
}

function readObject(text: string): Record<string, unknown> {
  const value = readJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CliError('The data must be a JSON object such as {"service": "payments"}.', exitCodes.usage)
  return value as Record<string, unknown>
}

function readPair(text: string): [string, unknown] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) throw new CliError(`--set wants name=value, not "${text}".`, exitCodes.usage)
  return [name, readJson(value) ?? value]
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function describe({ accepted }: Receipt, id: string): string {
  return accepted > 0 ? `Recorded as ${id}.` : `Nothing new: ${id} was recorded before.`
}
