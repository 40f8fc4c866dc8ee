import { Inject } from '@nestjs/common'
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import {
  findDeployment,
  findRelease,
  listApprovals,
  listChanges,
  listDeployments,
  listIncidents,
  listReleases,
  listServices,
  type DeploymentFilter,
  type IncidentFilter,
  type ReleaseFilter,
  type ServiceFilter,
} from './lists.js'
import { loadersOf } from './loaders.js'
import type { PageArguments } from '../../store/analytics/page.js'
import type { ReleaseNode, ServiceNode } from './rows.js'
import { releaseTimeline } from './timeline.js'

type Filtered<F> = PageArguments & { filter?: F | null }

@Resolver()
@Requires('read')
@ForTeams('limited')
export class FactsResolver {
  private readonly analytics: AnalyticsStore

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.analytics = runtime.analytics
  }

  @Query()
  services(@Args() { filter, ...page }: Filtered<ServiceFilter>) {
    return listServices(this.analytics, filter ?? {}, page)
  }

  @Query()
  async releases(@Args() { filter, ...page }: Filtered<ReleaseFilter>) {
    return listReleases(this.analytics, await underKeptNames(this.analytics, filter ?? {}), page)
  }

  @Query()
  release(@Args('id') id: string) {
    return findRelease(this.analytics, id)
  }

  @Query()
  async deployments(@Args() { filter, ...page }: Filtered<DeploymentFilter>) {
    return listDeployments(this.analytics, await underKeptNames(this.analytics, filter ?? {}), page)
  }

  @Query()
  deployment(@Args('id') id: string) {
    return findDeployment(this.analytics, id)
  }

  @Query()
  async incidents(@Args() { filter, ...page }: Filtered<IncidentFilter>) {
    return listIncidents(this.analytics, await underKeptNames(this.analytics, filter ?? {}), page)
  }

  @Query()
  async approvals(@Args() { services, open, ...page }: PageArguments & { services?: string[]; open?: boolean }) {
    return listApprovals(this.analytics, await underKeptNames(this.analytics, { services, open }), page)
  }
}

@Resolver('Team')
@Requires('read')
export class TeamResolver {
  private readonly analytics: AnalyticsStore

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.analytics = runtime.analytics
  }

  @ResolveField()
  services(@Parent() team: { id: string }, @Context() context: object) {
    return loadersOf(context, this.analytics).teamServices.load(team.id)
  }
}

@Resolver('Service')
@Requires('read')
export class ServiceResolver {
  private readonly analytics: AnalyticsStore

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.analytics = runtime.analytics
  }

  @ResolveField()
  lastDeployment(@Parent() service: ServiceNode, @Context() context: object) {
    return loadersOf(context, this.analytics).lastDeployment.load(service.id)
  }

  @ResolveField()
  openIncidents(@Parent() service: ServiceNode, @Context() context: object) {
    return loadersOf(context, this.analytics).openIncidents.load(service.id)
  }
}

@Resolver('Release')
@Requires('read')
export class ReleaseResolver {
  private readonly analytics: AnalyticsStore

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.analytics = runtime.analytics
  }

  @ResolveField()
  deployments(@Parent() release: ReleaseNode, @Context() context: object) {
    return loadersOf(context, this.analytics).deployments.load(release.id)
  }

  @ResolveField()
  incidents(@Parent() release: ReleaseNode, @Context() context: object) {
    return loadersOf(context, this.analytics).incidents.load(release.id)
  }

  @ResolveField()
  approvals(@Parent() release: ReleaseNode, @Context() context: object) {
    return loadersOf(context, this.analytics).approvals.load(release.id)
  }

  @ResolveField()
  artifacts(@Parent() release: ReleaseNode, @Context() context: object) {
    return loadersOf(context, this.analytics).artifacts.load(release.id)
  }

  @ResolveField()
  changes(@Parent() release: ReleaseNode, @Args() page: PageArguments) {
    return listChanges(this.analytics, release.id, page)
  }

  @ResolveField()
  async timeline(@Parent() release: ReleaseNode, @Context() context: object) {
    const loaders = loadersOf(context, this.analytics)
    const [deployments, incidents, approvals] = await Promise.all([
      loaders.deployments.load(release.id),
      loaders.incidents.load(release.id),
      loaders.approvals.load(release.id),
    ])
    return releaseTimeline(this.analytics, { deployments, incidents, approvals })
  }
}
