import { Module } from '@nestjs/common'
import { FactsResolver, ReleaseResolver, ServiceResolver, TeamResolver } from './releases.resolvers.js'

/** Read models of facts: teams, services, releases, deployments, incidents, approvals. Needs RUNTIME in the application. */
@Module({ providers: [FactsResolver, TeamResolver, ServiceResolver, ReleaseResolver] })
export class ReleasesModule {}
