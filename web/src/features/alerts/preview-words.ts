import { formatCount } from '../../lib/formats.js'

/** How often rules would have told someone, as a sentence. */
export function wouldHaveTold({ pages, tickets }: { pages: number; tickets: number }): string {
  return `It would have paged ${times(pages)} and made a ticket ${times(tickets)}.`
}

function times(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${formatCount(count)} times`
}
