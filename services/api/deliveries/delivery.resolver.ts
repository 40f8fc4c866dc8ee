import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import DataLoader from 'dataloader'
import { Requires } from '../../auth/requires.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput, readPage, toPage, type PageOf } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import {
  countDeliveries,
  deliveryIdOf,
  deliveryKey,
  findDelivery,
  listDeliveries,
  loadBodies,
  readDeliveryId,
  type DeliveryFilter,
  type DeliveryRow,
} from './delivery-list.js'
import { readPipelineStatus, type PipelineStatus } from './pipeline-status.js'

const bodies = Symbol('bodies')

@Resolver('Delivery')
export class DeliveryResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @Requires('read')
  async deliveries(
    @Args('filter') filter: DeliveryFilter | null,
    @Args('first') first: number | null,
    @Args('after') after: string | null,
  ): Promise<PageOf<DeliveryRow> & { totalCount: number }> {
    const page = readPage(first, after)
    const [found, totalCount] = await Promise.all([
      listDeliveries(this.dataSource, filter ?? {}, page),
      countDeliveries(this.dataSource, filter ?? {}),
    ])
    return { ...toPage(found, page, deliveryKey), totalCount }
  }

  @Query()
  @Requires('read')
  delivery(@Args('id') id: string): Promise<DeliveryRow | null> {
    return findDelivery(this.dataSource, id)
  }

  @Query()
  @Requires('read')
  pipelineStatus(): Promise<PipelineStatus> {
    const { analytics, now } = this.runtime
    return readPipelineStatus({ analytics, dataSource: this.dataSource, now: now() })
  }

  @Mutation()
  @Requires('admin')
  async replayDelivery(@Args('id') id: string): Promise<DeliveryRow> {
    const parts = readDeliveryId(id)
    if (parts?.kind === 'refused') throw badInput('Of a refused delivery no body is kept, so it cannot be replayed.')
    if (parts && (await findDelivery(this.dataSource, id)) && !(await this.runtime.inbox.replay(parts.number))) {
      throw badInput('This delivery is being worked on just now; try again in a moment.')
    }
    const delivery = parts && (await findDelivery(this.dataSource, id))
    if (!delivery) throw badInput(`There is no delivery ${id.slice(0, 50)}.`)
    return delivery
  }

  @Mutation()
  @Requires('admin')
  replayDeadDeliveries(@Args('integration') integration: string | null): Promise<number> {
    return this.runtime.inbox.replayDead(integration ?? null)
  }

  @Mutation()
  @Requires('admin')
  rebuildFacts(): Promise<{ services: number }> {
    return this.runtime.rebuildFacts()
  }

  @ResolveField()
  id(@Parent() delivery: DeliveryRow): string {
    return deliveryIdOf(delivery)
  }

  @ResolveField()
  outcome(@Parent() { outcome }: DeliveryRow): string | null {
    return outcome?.sentence ?? null
  }

  @ResolveField()
  events(@Parent() { outcome }: DeliveryRow): unknown[] {
    return outcome?.events ?? []
  }

  @ResolveField()
  body(@Parent() delivery: DeliveryRow, @Context() context: GraphqlContext): Promise<string | null> | null {
    return delivery.kind === 'refused' ? null : this.bodiesOf(context).load(delivery.number)
  }

  private bodiesOf({ perRequest }: GraphqlContext): DataLoader<string, string | null> {
    const loader = (perRequest.get(bodies) as DataLoader<string, string | null>) ?? new DataLoader((numbers) => loadBodies(this.dataSource, numbers))
    perRequest.set(bodies, loader)
    return loader
  }

  private get dataSource() {
    return this.runtime.control.dataSource
  }
}
