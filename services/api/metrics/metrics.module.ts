import { Module } from '@nestjs/common'
import { EvidenceConnectionResolver, MetricGroupResolver, MetricValueResolver } from './metric-fields.resolver.js'
import { MetricsResolver } from './metrics.resolver.js'

/** Measures, their definitions and their evidence. Needs RUNTIME in the application. */
@Module({ providers: [MetricsResolver, MetricGroupResolver, MetricValueResolver, EvidenceConnectionResolver] })
export class MetricsModule {}
