import type { Scope } from '../../metrics/scope.js'
import type { Runtime } from '../runtime.js'

/** The scope of a question, less what whoever asks may not be told of. */
export class OwnScopes {
  constructor(private readonly runtime: Pick<Runtime, 'teamLimit'>) {}

  async within(scope: Scope): Promise<Scope> {
    return { ...scope, services: await this.runtime.teamLimit.within(scope.services) }
  }
}
