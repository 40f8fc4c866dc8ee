import { expect, it } from 'vitest'
import { deriveService } from '../domain/derive.js'
import type { CanonicalEvent } from '../domain/event.js'
import { defaultRules } from '../domain/facts.js'
import { event, rollout } from '../test/event-builders.js'
import { factRows } from './fact-rows.js'

const repository = 'git.example.com/shop/checkout'
const committed = (sha: string, time: string, parents: string[]) =>
  event('change.committed', time, { repository, sha, committedAt: `2026-11-02T${time}Z`, parents })

it('a rollout of which only its own commit is known, or none, may have brought more; the first one and one that failed brought none', () => {
  const events = [
    committed('aaaaaaa', '07:00:00', []),
    committed('bbbbbbb', '08:30:00', ['aaaaaaa']),
    ...rollout('08:00:00', '08:10:00', { deployment: 'first', version: '1', repository, commit: 'aaaaaaa' }),
    ...rollout('09:00:00', '09:10:00', { deployment: 'whole', version: '2', repository, commit: 'bbbbbbb' }),
    ...rollout('10:00:00', '10:10:00', { deployment: 'head', version: '3', repository, commit: 'ddddddd' }),
    ...rollout('11:00:00', '11:10:00', { deployment: 'none', version: '4' }),
    ...rollout('12:00:00', '12:10:00', { deployment: 'failed', version: '5', outcome: 'failed' }),
  ]
  const rows = factRows(deriveService('checkout', events, defaultRules), defaultRules.isProduction).change_sets
  expect(Object.fromEntries(rows.map((row) => [row.deployment, [row.unknown_changes, (row.lead_times as number[]).length]]))).toEqual({
    first: [0, 0],
    whole: [0, 1],
    head: [1, 0],
    none: [1, 0],
  })
})

it('a rollout over a push that is not listed in full has the commits that are, and one change that is missing, until all are told', () => {
  const events = [
    committed('aaaaaaa', '07:00:00', []),
    committed('ccccccc', '08:20:00', ['bbbbbbb']),
    event('change.committed', '08:15:00', { repository, sha: 'bbbbbbb', committedAt: '2026-11-02T08:15:00Z', historyCut: true }),
    committed('eeeeeee', '08:30:00', ['aaaaaaa', 'ccccccc']),
    ...rollout('08:00:00', '08:10:00', { deployment: 'first', version: '1', repository, commit: 'aaaaaaa' }),
    ...rollout('09:00:00', '09:10:00', { deployment: 'cut', version: '2', repository, commit: 'eeeeeee' }),
  ]
  const missing = [committed('bbbbbbb', '08:15:00', ['fffffff']), committed('fffffff', '08:05:00', ['aaaaaaa'])]
  const minutes = (told: CanonicalEvent[]) => {
    const rows = factRows(deriveService('checkout', told, defaultRules), defaultRules.isProduction).change_sets
    const { unknown_changes, unknown_in_environment, lead_times } = rows.find(({ deployment }) => deployment === 'cut') ?? {}
    return [unknown_changes, unknown_in_environment, (lead_times as number[]).map((time) => time / 60_000)]
  }
  expect(minutes(events)).toEqual([1, 1, [50, 55]])
  expect(minutes([...events, ...missing])).toEqual([0, 0, [50, 55, 65]])
  expect(minutes([...missing, ...events].reverse())).toEqual([0, 0, [50, 55, 65]])
})
