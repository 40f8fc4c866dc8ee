import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { APP_INTERCEPTOR } from '@nestjs/core'
import { GraphQLModule } from '@nestjs/graphql'
import { AccessResolver } from './api/access/access.resolver.js'
import { AuditInterceptor } from './api/access/audit.interceptor.js'
import { SignInController } from './api/access/sign-in.controller.js'
import { AlertPreviewResolver, AlertRuleResolver } from './api/alerts/alert-preview.resolver.js'
import { AlertResolver, AlertRouteResolver, AlertsResolver } from './api/alerts/alerts.resolver.js'
import { ArtifactAttestationsResolver, AttestationResolver, AttestationsResolver } from './api/attestations/attestations.resolver.js'
import { BadgesController } from './api/badges/badges.controller.js'
import { ChangeRangeResolver } from './api/change-ranges/change-range.resolver.js'
import { ConnectionResolver } from './api/deliveries/connection.resolver.js'
import { CorrectionResolver } from './api/corrections/correction.resolver.js'
import { DefinitionsResolver } from './api/definitions/definitions.resolver.js'
import { DeliveryResolver } from './api/deliveries/delivery.resolver.js'
import { DigestResolver, DigestsResolver } from './api/digests/digests.resolver.js'
import { DeploymentEffectsResolver, IndicatorHistoryResolver } from './api/effects/effects.resolver.js'
import { ExportsController } from './api/exports/exports.controller.js'
import { ListExportsController } from './api/exports/list-exports.controller.js'
import { FindingsResolver } from './api/findings/findings.resolver.js'
import { GaugesController } from './api/gauges/gauges.controller.js'
import { toGraphqlError } from './api/graphql/errors.js'
import { graphqlOptions } from './api/graphql/graphql-options.js'
import { OpenapiController } from './api/health/openapi.controller.js'
import { LiveController } from './api/live/live.controller.js'
import { MappingResolver } from './api/mappings/mapping.resolver.js'
import { MetricsModule } from './api/metrics/metrics.module.js'
import { ReleasesModule } from './api/releases/releases.module.js'
import type { Runtime } from './api/runtime.js'
import { BurnPreviewResolver } from './api/slos/burn-preview.resolver.js'
import { SuggestionResolver } from './api/slos/suggestion.resolver.js'
import { OpenSloResolver } from './api/slos/open-slo.resolver.js'
import { ObjectiveResolver, SlosResolver } from './api/slos/slos.resolver.js'
import { SharedController } from './api/views/shared.controller.js'
import { ViewsResolver } from './api/views/views.resolver.js'
import { WorkspaceChangesResolver } from './api/workspace/workspace-changes.resolver.js'
import { WorkspaceResolver } from './api/workspace/workspace.resolver.js'
import type { Asking } from './app.module.js'

const controllers = [
  ExportsController,
  ListExportsController,
  BadgesController,
  GaugesController,
  SignInController,
  SharedController,
  LiveController,
  OpenapiController,
]
const resolvers = [
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

/** What answers people and programs that ask, beside what every process has. */
export function asking(runtime: Runtime): Asking {
  const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, ...graphqlOptions(runtime) })
  return {
    imports: [graphql, MetricsModule, ReleasesModule],
    controllers,
    providers: [...resolvers, { provide: APP_INTERCEPTOR, useFactory: () => new AuditInterceptor(runtime) }],
    toGraphqlError: (error) => toGraphqlError(error, runtime.report),
  }
}
