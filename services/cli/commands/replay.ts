import type { Command } from 'commander'
import { CliError, exitCodes } from '../cli-error.js'
import type { Client } from '../client.js'
import { clientOf, examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import type { Terminal } from '../terminal.js'

interface ReplayOptions extends SharedOptions {
  delivery?: string
  dead?: boolean
  integration?: string
}

const replayOne = 'mutation ($id: ID!) { replayDelivery(id: $id) { id integration source state } }'
const replayDead = 'mutation ($integration: String) { replayDeadDeliveries(integration: $integration) }'

export function addReplay(program: Command, terminal: Terminal): void {
  withTargetAndJson(program.command('replay'))
    .description('process kept deliveries once more, after a fix or a change of settings')
    .option('--delivery <id>', 'this one')
    .option('--dead', 'all that were given up')
    .option('--integration <name>', 'with --dead: only of this integration')
    .addHelpText('after', examples('windsock replay --delivery 0197…', 'windsock replay --dead --integration github'))
    .action(async (options: ReplayOptions) => {
      if (!options.delivery === !options.dead) throw new CliError('Say which: either --delivery <id> or --dead.', exitCodes.usage)
      const { result, sentence } = await replay(clientOf(options, terminal), options)
      show(terminal, options, result, () => sentence)
    })
}

async function replay(client: Client, { delivery, integration }: ReplayOptions): Promise<{ result: unknown; sentence: string }> {
  if (delivery !== undefined) {
    const { replayDelivery } = await client.graphql<{ replayDelivery: { id: string } }>(replayOne, { id: delivery })
    return { result: replayDelivery, sentence: `Delivery ${replayDelivery.id} is to be processed once more.` }
  }
  const { replayDeadDeliveries: count } = await client.graphql<{ replayDeadDeliveries: number }>(replayDead, { integration })
  return { result: { deliveries: count }, sentence: `${count} deliveries are to be processed once more.` }
}
