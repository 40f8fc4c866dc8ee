import { company, type Sent } from '../company/company.js'
import { DAY_MS } from '../company/rhythm.js'
import { newTally, type Tally } from '../company/tally.js'
import type { SeedEvent } from '../http/seed-event.js'
import { untilSettled } from '../http/settle.js'
import { forEachConcurrently, inBatches } from '../http/stream.js'
import { graphql, postEvents, postGithub, type GithubDelivery, type Windsock } from '../http/windsock.js'
import { checkTally } from '../verify/company-tally.js'
import type { SeedOptions } from './options.js'
import { progress } from './progress.js'
import { report } from './verify.js'

/** Name of the GitHub connection that the company's webhooks come in by. */
const CONNECTION = 'company'
const BATCH = 1000
const AT_ONCE = 4

/** Sends a year of a company and compares what Windsock found with the generator's own tally. True where all agree. */
export async function runCompany(options: SeedOptions): Promise<boolean> {
  const { windsock, githubSecret, seed, scale, days, end, timeoutMs } = options
  const { tell, done } = progress()
  const tally = newTally()
  const sent = { events: 0, deliveries: 0 }
  if (githubSecret !== null) await connectGithub(windsock, githubSecret)
  const stream = company({ seed, scale, days, end, github: githubSecret !== null }, tally)
  await forEachConcurrently(inBatches(stream, BATCH), AT_ONCE, async (batch) => {
    const events = eventsOf(batch)
    if (events.length > 0) await postEvents(windsock, events)
    sent.events += events.length
    await forEachConcurrently(deliveriesOf(batch), AT_ONCE, async (delivery) => {
      await postGithub(windsock, CONNECTION, githubSecret ?? '', delivery)
      sent.deliveries += 1
      tell(lineOf(tally, sent))
    })
    tell(lineOf(tally, sent))
  })
  const status = await untilSettled(windsock, timeoutMs, tell)
  done(`${lineOf(tally, sent)}; ${status.events} events stored`)
  return options.verify ? report(await checkTally(windsock, tally.services(), end - days * DAY_MS, end)) : true
}

function lineOf(tally: Tally, sent: { events: number; deliveries: number }): string {
  return `${tally.services().size} services: ${sent.events} events and ${sent.deliveries} webhooks sent`
}

function eventsOf(batch: readonly Sent[]): SeedEvent[] {
  return batch.flatMap((one) => ('event' in one ? one.event : []))
}

function deliveriesOf(batch: readonly Sent[]): GithubDelivery[] {
  return batch.flatMap((one) => ('github' in one ? one.github : []))
}

async function connectGithub(windsock: Windsock, secret: string): Promise<void> {
  await graphql(windsock, 'mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { source } }', {
    input: { integration: 'github', source: CONNECTION, secret },
  })
}
