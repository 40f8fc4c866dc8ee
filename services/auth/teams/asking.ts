import { AsyncLocalStorage } from 'node:async_hooks'

/** The teams that whoever asks is limited to; null means every team. */
interface Asking {
  teams: readonly string[] | null
}

const requests = new AsyncLocalStorage<Asking>()

/** Carries out a request; who asks is noted once it is known. */
export function inRequest(work: () => void): void {
  requests.run({ teams: null }, work)
}

/** Takes the request of now, to note later who makes it. */
export function requestNow(): { note(teams: readonly string[] | null): void } {
  const asking = requests.getStore()
  return {
    note(teams) {
      if (asking) asking.teams = teams
      else if (teams !== null) throw new Error('A limit to teams was found outside of a request and cannot be kept.')
    },
  }
}

/** Throws outside of a request, so that what lost it on the way is not taken for somebody without a limit. */
export function teamsAsking(): readonly string[] | null {
  const asking = requests.getStore()
  if (!asking) throw new Error('Nobody asks: what is read for a request has to be read within it.')
  return asking.teams
}
