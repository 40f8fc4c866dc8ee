import { expect } from 'vitest'
import type { Config } from '../../config/config.js'
import { startTestApp, type TestApp } from '../app.js'
import { readKnownAnswerFile } from '../known-answers.js'

/** A Windsock that has the facts of the known-answer data set, and of what more it is told, an event a line. */
export async function startKnownApp(overrides: Partial<Config> = {}, more: readonly string[] = []): Promise<TestApp> {
  const app = await startTestApp(overrides)
  const body = [readKnownAnswerFile('events.ndjson').trimEnd(), ...more].join('\n')
  const answer = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body })
  expect(answer.status).toBe(202)
  await app.settled()
  return app
}
