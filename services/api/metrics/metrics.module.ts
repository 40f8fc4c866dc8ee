import { Module } from '@nestjs/common'
import { MetricsResolver } from './metrics.resolver.js'

/** Measures, their definitions and their evidence. Needs RUNTIME in the application. */
@Module({ providers: [MetricsResolver] })
export class MetricsModule {}
