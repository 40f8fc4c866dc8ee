import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { EvidenceArguments, GroupNode, ValueNode } from './metric-node.js'

@Resolver('MetricGroup')
export class MetricGroupResolver {
  @ResolveField()
  series(@Parent() group: GroupNode) {
    return group.series()
  }
}

@Resolver('MetricValue')
export class MetricValueResolver {
  @ResolveField()
  level(@Parent() value: ValueNode, @Args('edition') edition?: string | null) {
    return value.level(edition)
  }

  @ResolveField()
  evidence(@Parent() value: ValueNode, @Args() args: EvidenceArguments) {
    return value.evidence(args)
  }
}

@Resolver('EvidenceConnection')
export class EvidenceConnectionResolver {
  @ResolveField()
  totalCount(@Parent() connection: Awaited<ReturnType<ValueNode['evidence']>>) {
    return connection.totalCount()
  }
}
