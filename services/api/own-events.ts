import { randomUUID } from 'node:crypto'
import { acceptEvents } from '../ingest/accept-events.js'
import type { Runtime } from './runtime.js'

export type Recording = Pick<Runtime, 'control' | 'inbox' | 'known' | 'now'>

/** Takes in an event of Windsock's own, which was checked before, by the way that all events come, so that facts rest on events alone. */
export async function recordOwnEvent(runtime: Recording, event: object, sender: string): Promise<void> {
  const answer = await acceptEvents(runtime, {
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(event)),
    sender,
    receivedAt: runtime.now(),
    newId: randomUUID,
    authorise: () => undefined,
  })
  if (!answer.ok) throw new Error(`An event of our own was refused: ${answer.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
}
