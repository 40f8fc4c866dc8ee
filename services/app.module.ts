import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, Reflector } from '@nestjs/core'
import { GraphQLModule } from '@nestjs/graphql'
import { AccessResolver } from './api/access/access.resolver.js'
import { AuditInterceptor } from './api/access/audit.interceptor.js'
import { SignInController } from './api/access/sign-in.controller.js'
import { AlertPreviewResolver, AlertRuleResolver } from './api/alerts/alert-preview.resolver.js'
import { AlertResolver, AlertRouteResolver, AlertsResolver } from './api/alerts/alerts.resolver.js'
import { ArtifactAttestationsResolver, AttestationResolver, AttestationsResolver } from './api/attestations/attestations.resolver.js'
import { AttestationsController } from './api/attestations/attestations.controller.js'
import { BadgesController } from './api/badges/badges.controller.js'
import { ChangeRangeResolver } from './api/change-ranges/change-range.resolver.js'
import { ConnectionResolver } from './api/deliveries/connection.resolver.js'
import { CorrectionResolver } from './api/corrections/correction.resolver.js'
import { DefinitionsResolver } from './api/definitions/definitions.resolver.js'
import { DeliveryResolver } from './api/deliveries/delivery.resolver.js'
import { DigestResolver, DigestsResolver } from './api/digests/digests.resolver.js'
import { DeploymentEffectsResolver, IndicatorHistoryResolver } from './api/effects/effects.resolver.js'
import { ErrorFilter } from './api/error.filter.js'
import { ExportsController } from './api/exports/exports.controller.js'
import { ListExportsController } from './api/exports/list-exports.controller.js'
import { FindingsResolver } from './api/findings/findings.resolver.js'
import { GaugesController } from './api/gauges/gauges.controller.js'
import { graphqlOptions } from './api/graphql/graphql-options.js'
import { HealthController } from './api/health/health.controller.js'
import { OpenapiController } from './api/health/openapi.controller.js'
import { EventsController } from './api/ingest/events.controller.js'
import { HooksController } from './api/ingest/hooks.controller.js'
import { LiveController } from './api/live/live.controller.js'
import { MappingResolver } from './api/mappings/mapping.resolver.js'
import { MetricsModule } from './api/metrics/metrics.module.js'
import { ReleasesModule } from './api/releases/releases.module.js'
import { RUNTIME, type Runtime } from './api/runtime.js'
import { BurnPreviewResolver } from './api/slos/burn-preview.resolver.js'
import { SuggestionResolver } from './api/slos/suggestion.resolver.js'
import { OpenSloResolver } from './api/slos/open-slo.resolver.js'
import { ObjectiveResolver, SlosResolver } from './api/slos/slos.resolver.js'
import { TelemetryController } from './api/telemetry/telemetry.controller.js'
import { SharedController } from './api/views/shared.controller.js'
import { ViewsResolver } from './api/views/views.resolver.js'
import { WorkspaceChangesResolver } from './api/workspace/workspace-changes.resolver.js'
import { WorkspaceResolver } from './api/workspace/workspace.resolver.js'
import { ANALYTICS, CONTROL } from './api/tokens.js'
import { AccessGuard } from './auth/guard.js'
import type { Role } from './config/config.js'

const taking = [EventsController, HooksController, AttestationsController, TelemetryController]
const asking = [
  ExportsController,
  ListExportsController,
  BadgesController,
  GaugesController,
  SignInController,
  SharedController,
  LiveController,
  OpenapiController,
]
export const resolvers = [
  AccessResolver,
  DefinitionsResolver,
  DeliveryResolver,
  ConnectionResolver,
  AttestationsResolver,
  AttestationResolver,
  ArtifactAttestationsResolver,
  ChangeRangeResolver,
  WorkspaceResolver,
  CorrectionResolver,
  WorkspaceChangesResolver,
  ViewsResolver,
  DigestsResolver,
  DigestResolver,
  MappingResolver,
  SlosResolver,
  OpenSloResolver,
  ObjectiveResolver,
  AlertPreviewResolver,
  AlertRuleResolver,
  BurnPreviewResolver,
  SuggestionResolver,
  DeploymentEffectsResolver,
  IndicatorHistoryResolver,
  FindingsResolver,
  AlertsResolver,
  AlertResolver,
  AlertRouteResolver,
]
export const controllers = [HealthController, ...taking, ...asking]

/** What one process serves, by its role. */
@Module({})
export class AppModule {
  static for(runtime: Runtime): DynamicModule {
    const { role } = runtime.config
    const { authenticator, teamLimit } = runtime
    const servesApi = role === 'all' || role === 'api'
    return {
      module: AppModule,
      global: true,
      imports: servesApi ? [graphqlModule(runtime), MetricsModule, ReleasesModule] : [],
      controllers: controllersOf(role),
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: ANALYTICS, useValue: runtime.analytics },
        { provide: CONTROL, useValue: runtime.control },
        {
          provide: APP_GUARD,
          inject: [Reflector],
          useFactory: (reflector: Reflector) => new AccessGuard(reflector, { authenticator, teamLimit, publicUrl: runtime.config.publicUrl }),
        },
        { provide: APP_FILTER, useFactory: () => new ErrorFilter(runtime.report) },
        { provide: APP_INTERCEPTOR, useFactory: () => new AuditInterceptor(runtime) },
        ...(servesApi ? resolvers : []),
      ],
      exports: [RUNTIME, ANALYTICS, CONTROL],
    }
  }
}

function graphqlModule(runtime: Runtime): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, ...graphqlOptions(runtime) })
}

function controllersOf(role: Role) {
  if (role === 'all') return controllers
  if (role === 'api') return [HealthController, ...asking]
  return role === 'ingest' ? [HealthController, ...taking] : [HealthController]
}
