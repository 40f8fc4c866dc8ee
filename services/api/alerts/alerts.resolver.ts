import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { In } from 'typeorm'
import type { Condition } from '../../alerts/condition.js'
import { EXTERNAL_RULE } from '../../alerts/external.js'
import { routes as kinds } from '../../alerts/routes/index.js'
import { RouteRefused } from '../../alerts/route-settings.js'
import { rules } from '../../alerts/rules/index.js'
import { tellThoseTold } from '../../alerts/telling.js'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { Alert, AlertMessage, AlertRoute } from '../../store/control/entities/alert.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput, readPage } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { alertNode, isAlertId, messageNode, routeInput, testNotification, type RouteInputArgument } from './alert-nodes.js'
import { listAlerts, type AlertFilter } from './list-alerts.js'

type ListArguments = { filter?: AlertFilter | null; first?: number | null; after?: string | null }

const DAY_MS = 86_400_000

@Resolver()
@Requires('read')
export class AlertsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @ForTeams('limited')
  async alerts(@Args() { filter, first, after }: ListArguments) {
    return await listAlerts(this.runtime, filter ?? {}, readPage(first, after))
  }

  @Query()
  @ForTeams('open')
  alertRules() {
    return rules
  }

  @Query()
  @Requires('admin')
  async alertRoutes() {
    return await this.runtime.alertRoutes.list()
  }

  @Query()
  @ForTeams('open')
  alertRouteKinds() {
    return kinds
  }

  /** Who is on call is a responder. */
  @Mutation()
  @Requires('gate')
  @ForTeams('limited')
  async acknowledgeAlert(@Args('id') id: string, @Context() { req }: GraphqlContext) {
    const at = this.runtime.now()
    const [acknowledgedBy, own] = await Promise.all([this.actor(req), this.runtime.teamLimit.services()])
    const saved = await this.runtime.control.dataSource.transaction(async (manager) => {
      const repository = manager.getRepository(Alert)
      const alert = isAlertId(id) ? await repository.findOneBy({ id }) : null
      if (!alert || own?.includes((alert.condition as Condition).service ?? '') === false) throw badInput('There is no such alert.')
      if (alert.state === 'acknowledged') return alert
      if (alert.state !== 'firing') throw badInput(`Only an alert that fires can be acknowledged; this one is ${alert.state}.`)
      const acknowledged = await repository.save({ ...alert, state: 'acknowledged' as const, acknowledgedAt: at, acknowledgedBy })
      await tellThoseTold(manager, acknowledged, 'acknowledged', { at, publicUrl: this.runtime.publicUrl() })
      return acknowledged
    })
    return alertNode(saved)
  }

  @Mutation()
  @Requires('admin')
  async saveAlertRoute(@Args() { id, input }: { id?: string | null; input: RouteInputArgument }, @Context() { req }: GraphqlContext) {
    try {
      return await this.runtime.alertRoutes.save(id ?? null, routeInput(input), await this.actor(req))
    } catch (error) {
      if (error instanceof RouteRefused) throw badInput(error.message)
      throw error
    }
  }

  @Mutation()
  @Requires('admin')
  async deleteAlertRoute(@Args('id') id: string) {
    return isAlertId(id) && (await this.runtime.alertRoutes.remove(id))
  }

  @Mutation()
  @Requires('admin')
  async testAlertRoute(@Args('id') id: string) {
    const route = isAlertId(id) ? await this.runtime.alertRoutes.find(id) : null
    if (!route) throw badInput('There is no such route.')
    const now = this.runtime.now()
    const result = await this.runtime.alertSender.send(route, testNotification(now, this.runtime.publicUrl()), `test-${now.getTime()}`)
    return { ok: result.ok, message: result.ok ? 'It was taken.' : result.message }
  }

  private async actor(req: GraphqlContext['req']): Promise<string> {
    return (await principalOf(req, this.runtime.authenticator))?.actor ?? ''
  }
}

@Resolver('Alert')
@Requires('read')
export class AlertResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  async messages(@Parent() { id, rule }: { id: string; rule: string }) {
    if (rule === EXTERNAL_RULE) return []
    const { dataSource } = this.runtime.control
    const found = await dataSource.getRepository(AlertMessage).find({ where: { alertId: id }, order: { createdAt: 'ASC', id: 'ASC' } })
    const routes = new Map(
      (await dataSource.getRepository(AlertRoute).findBy({ id: In(found.flatMap(({ routeId }) => routeId ?? [])) })).map((route) => [
        route.id,
        route,
      ]),
    )
    return found.map((message) => messageNode(message, routes.get(message.routeId ?? '') ?? message.removedRoute))
  }
}

@Resolver('AlertRoute')
@Requires('admin')
export class AlertRouteResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  kind(@Parent() { sink }: AlertRoute) {
    return sink
  }

  @ResolveField()
  fallback(@Parent() { fallbackId }: AlertRoute) {
    return fallbackId
  }

  @ResolveField()
  severities(@Parent() { severities }: AlertRoute) {
    return severities.map((severity) => severity.toUpperCase())
  }

  @ResolveField()
  fields(@Parent() route: AlertRoute) {
    return this.runtime.alertRoutes.shown(route)
  }

  @ResolveField()
  async undelivered(@Parent() { id }: AlertRoute) {
    const since = new Date(this.runtime.now().getTime() - DAY_MS)
    const messages = this.runtime.control.dataSource.getRepository(AlertMessage)
    return await messages
      .createQueryBuilder('message')
      .where('message.route_id = :id AND message.created_at > :since', { id, since })
      .andWhere("(message.state = 'dead' OR (message.state IN ('pending', 'leased') AND message.error IS NOT NULL))")
      .getCount()
  }
}
