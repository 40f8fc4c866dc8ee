import { expect, it } from 'vitest'
import { github } from './index.js'

const repository = { name: 'payments', full_name: 'acme/payments', html_url: 'https://github.com/acme/payments', default_branch: 'main' }
const sha = (index: number) => `b${index.toString(16).padStart(39, '0')}`

/** How many of the commits of a push have known parents, and which are said to have more before them. */
function pushed(count: number, headMessage = 'Change') {
  const commits = Array.from({ length: count }, (_, index) => ({
    id: sha(index + 1),
    message: index + 1 === count ? headMessage : 'Change',
    timestamp: '2026-03-02T09:00:00Z',
  }))
  const body = { ref: 'refs/heads/main', before: sha(0), after: sha(count), created: false, deleted: false, forced: false, commits, repository }
  const headers = { 'x-github-event': 'push' }
  const { events } = github.normalise({ headers, body, source: 'acme', receivedAt: '2026-03-04T00:00:00Z', settings: {} })
  const cut = events.flatMap(({ data }) => (data.historyCut ? [data.sha] : []))
  return { withParents: events.filter(({ data }) => data.parents !== undefined).length, cut }
}

it('a push with as many commits as GitHub lists at most may have more before the first', () => {
  expect(pushed(2047)).toEqual({ withParents: 2047, cut: [] })
  expect(pushed(2048)).toEqual({ withParents: 2047, cut: [sha(1)] })
})

it('a merge at the head of such a push, of which it is not known where the branch ends, has no parents either', () => {
  const merge = 'Merge pull request #41 from acme/faster'
  expect(pushed(2047, merge)).toEqual({ withParents: 2046, cut: [] })
  expect(pushed(2048, merge)).toEqual({ withParents: 2046, cut: [sha(1), sha(2048)] })
})
