import type { SeedEvent } from '../http/seed-event.js'
import type { GithubDelivery } from '../http/windsock.js'
import { catalogue } from './catalogue.js'
import { githubShapes } from './github-shapes.js'
import { DAY_MS } from './rhythm.js'
import { serviceHistory } from './service-history.js'
import type { Tally } from './tally.js'

export type CompanyOptions = {
  seed: number
  /** 1 is forty services. */
  scale: number
  days: number
  /** Nothing happens at or after it. Milliseconds since 1970, at midnight UTC. */
  end: number
  /** Whether some services speak in GitHub's shapes. */
  github: boolean
}

export type Sent = { event: SeedEvent } | { github: GithubDelivery }

/**
 * The whole company as a stream, service after service and each in the order of its stories. The same options give the same
 * bytes. What is sent is added to the tally as it goes by.
 */
export function* company({ seed, scale, days, end, github }: CompanyOptions, tally: Tally): Generator<Sent> {
  for (const profile of catalogue(seed, scale)) {
    const shape = github && profile.onGithub ? githubShapes(profile, seed) : null
    for (const story of serviceHistory(profile, seed, end - days * DAY_MS, end)) {
      const told = story.filter((item) => item.at < end)
      tally.add(profile.name, told)
      if (shape) yield* shape(told)
      else for (const { event } of told) yield { event }
    }
  }
}
