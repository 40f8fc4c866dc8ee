import type { Scope } from '../../metrics/scope.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import type { Runtime } from '../runtime.js'

/** The scope of a question, by the names that services are kept under, less what whoever asks may not be told of. */
export class OwnScopes {
  constructor(private readonly runtime: Pick<Runtime, 'analytics' | 'teamLimit'>) {}

  async within(scope: Scope): Promise<Scope> {
    const { services, ...rest } = await underKeptNames(this.runtime.analytics, scope)
    return { ...rest, services: await this.runtime.teamLimit.within(services) }
  }
}
