import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { In, type FindOptionsWhere } from 'typeorm'
import type { Condition } from '../../alerts/condition.js'
import { routes as kinds } from '../../alerts/routes/index.js'
import { RouteRefused } from '../../alerts/route-settings.js'
import { rules } from '../../alerts/rules/index.js'
import { tellThoseTold } from '../../alerts/telling.js'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { Alert, AlertMessage, AlertRoute } from '../../store/control/entities/alert.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput, readPage, toPage } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { alertNode, messageNode, routeInput, testNotification, type RouteInputArgument } from './alert-nodes.js'

type ListArguments = {
  filter?: { ids?: string[] | null; states?: string[] | null; services?: string[] | null; rules?: string[] | null } | null
  first?: number | null
  after?: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DAY_MS = 86_400_000

@Resolver()
@Requires('read')
export class AlertsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @ForTeams('limited')
  async alerts(@Args() { filter, first, after }: ListArguments) {
    const page = readPage(first, after)
    const repository = this.runtime.control.dataSource.getRepository(Alert)
    const where: FindOptionsWhere<Alert> = {
      ...(filter?.ids ? { id: In(filter.ids.filter((id) => UUID.test(id))) } : {}),
      ...(filter?.states ? { state: In(filter.states.map((state) => state.toLowerCase())) } : {}),
      ...(filter?.rules ? { rule: In(filter.rules) } : {}),
    }
    const query = repository.createQueryBuilder('alert').where(where)
    const services = await this.runtime.teamLimit.within(filter?.services)
    if (services) query.andWhere("alert.condition->>'service' = ANY(:services)", { services })
    const totalCount = await query.getCount()
    const [since, id] = (page.after ?? []) as string[]
    if (since !== undefined) query.andWhere('(alert.pending_since, alert.id) < (:since::timestamptz, :id::uuid)', { since, id })
    const found = await query
      .orderBy('alert.pending_since', 'DESC')
      .addOrderBy('alert.id', 'DESC')
      .limit(page.limit + 1)
      .getMany()
    return { ...toPage(found.map(alertNode), page, (node) => [node.pendingSince.toISOString(), node.id]), totalCount }
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
      const alert = UUID.test(id) ? await repository.findOneBy({ id }) : null
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
    return UUID.test(id) && (await this.runtime.alertRoutes.remove(id))
  }

  @Mutation()
  @Requires('admin')
  async testAlertRoute(@Args('id') id: string) {
    const route = UUID.test(id) ? await this.runtime.alertRoutes.find(id) : null
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
  async messages(@Parent() { id }: { id: string }) {
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
