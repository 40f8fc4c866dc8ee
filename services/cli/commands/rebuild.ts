import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import type { Client } from '../client.js'
import { clientOf, examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import type { Terminal } from '../terminal.js'

const LOOK_AGAIN_MS = 500

export function addRebuild(program: Command, terminal: Terminal): void {
  withTargetAndJson(program.command('rebuild'))
    .description('derive every fact again from the stored events; the numbers stay readable meanwhile')
    .option('--no-wait', 'return once it is under way')
    .addHelpText('after', examples('windsock rebuild', 'windsock rebuild --no-wait --json'))
    .action(async (options: SharedOptions & { wait: boolean }) => {
      const client = clientOf(options, terminal)
      const { rebuildFacts } = await client.graphql<{ rebuildFacts: { services: number } }>('mutation { rebuildFacts { services } }')
      if (options.wait) await untilDerived(client, terminal, rebuildFacts.services)
      const done = options.wait ? 'were derived again' : 'are to be derived again'
      show(terminal, options, rebuildFacts, () => `The facts of ${rebuildFacts.services} services ${done}.`)
    })
}

async function untilDerived(client: Client, terminal: Terminal, services: number): Promise<void> {
  for (;;) {
    const { pipelineStatus } = await client.graphql<{ pipelineStatus: { pendingServices: number } }>('{ pipelineStatus { pendingServices } }')
    if (pipelineStatus.pendingServices === 0) return
    terminal.progress(`${pipelineStatus.pendingServices} of ${services} services to go`)
    await sleep(LOOK_AGAIN_MS)
  }
}
