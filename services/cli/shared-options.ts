import type { Command } from 'commander'
import { createClient, type Client } from './client.js'
import { findTarget, type TargetOptions } from './target.js'
import type { Terminal } from './terminal.js'

export interface SharedOptions extends TargetOptions {
  json?: boolean
}

/** The options of every command that speaks to a running Windsock. */
export function withTarget(command: Command): Command {
  return command
    .option('--url <address>', 'of the Windsock to speak to (or WINDSOCK_URL)')
    .option('--token <token>', 'that it accepts (or WINDSOCK_TOKEN)')
    .option('--data-dir <directory>', 'of the one on this machine (or WINDSOCK_DATA_DIR)')
}

export function withTargetAndJson(command: Command): Command {
  return withTarget(command).option('--json', 'the result as JSON')
}

export function clientOf(options: TargetOptions, terminal: Terminal): Client {
  return createClient(findTarget(options, terminal.env))
}

/** The result as JSON if that was asked for, else as these lines. */
export function show(terminal: Terminal, { json }: { json?: unknown }, result: unknown, text: () => string): void {
  terminal.out(json === true ? JSON.stringify(result, null, 2) : text())
}

export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`
}
