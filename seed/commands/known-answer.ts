import { untilSettled } from '../http/settle.js'
import { forEachConcurrently, inBatches } from '../http/stream.js'
import { postEvents } from '../http/windsock.js'
import { prepareKnownAnswers } from '../known-answer/prepare.js'
import { knownAnswerEvents } from '../known-answer/known-answer.js'
import { sendLastDay } from '../known-answer/last-day.js'
import { shuffledBatches } from '../known-answer/shuffle.js'
import type { SeedOptions } from './options.js'
import { progress } from './progress.js'
import { verifyKnownAnswer } from './verify.js'

/** Declares and sends the known-answer data set, with telemetry of the last day, and compares every row of its table. True where all agree. */
export async function runKnownAnswer(options: SeedOptions): Promise<boolean> {
  const { windsock, shuffle, timeoutMs } = options
  const { tell, done } = progress()
  const events = knownAnswerEvents()
  const batches = shuffle === null ? [...inBatches(events, 1000)] : shuffledBatches(events, shuffle)
  await prepareKnownAnswers(windsock)
  const sum = { accepted: 0, duplicates: 0 }
  await forEachConcurrently(batches, shuffle === null ? 1 : 4, async (batch) => {
    const answer = await postEvents(windsock, batch)
    sum.accepted += answer.accepted
    sum.duplicates += answer.duplicates
    tell(`${sum.accepted} events accepted, ${sum.duplicates} duplicates`)
  })
  await sendLastDay(windsock, Date.now())
  const status = await untilSettled(windsock, timeoutMs, tell)
  done(`${sum.accepted} events accepted, ${sum.duplicates} duplicates; ${status.events} events stored`)
  return options.verify ? verifyKnownAnswer(options) : true
}
