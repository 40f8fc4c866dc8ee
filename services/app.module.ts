import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core'
import { AttestationsController } from './api/attestations/attestations.controller.js'
import { ErrorFilter } from './api/error.filter.js'
import { HealthController } from './api/health/health.controller.js'
import { EventsController } from './api/ingest/events.controller.js'
import { HooksController } from './api/ingest/hooks.controller.js'
import { RUNTIME, type Runtime } from './api/runtime.js'
import { TelemetryController } from './api/telemetry/telemetry.controller.js'
import { ANALYTICS, CONTROL } from './api/tokens.js'
import { AccessGuard } from './auth/guard.js'
import type { Role } from './config/config.js'

const taking = [EventsController, HooksController, AttestationsController, TelemetryController]

/** What is added where requests are answered; loaded there only, because GraphQL is half of all that is loaded. */
export interface Asking extends Required<Pick<ModuleMetadata, 'imports' | 'controllers' | 'providers'>> {
  toGraphqlError(error: unknown): unknown
}

/** What one process serves, by its role. */
@Module({})
export class AppModule {
  static for(runtime: Runtime, asking: Asking | null): DynamicModule {
    const { role } = runtime.config
    const { authenticator, teamLimit } = runtime
    return {
      module: AppModule,
      global: true,
      imports: asking?.imports ?? [],
      controllers: [HealthController, ...(takesIn(role) ? taking : []), ...(asking?.controllers ?? [])],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: ANALYTICS, useValue: runtime.analytics },
        { provide: CONTROL, useValue: runtime.control },
        {
          provide: APP_GUARD,
          inject: [Reflector],
          useFactory: (reflector: Reflector) => new AccessGuard(reflector, { authenticator, teamLimit, publicUrl: runtime.config.publicUrl }),
        },
        { provide: APP_FILTER, useFactory: () => new ErrorFilter(runtime.report, asking?.toGraphqlError) },
        ...(asking?.providers ?? []),
      ],
      exports: [RUNTIME, ANALYTICS, CONTROL],
    }
  }
}

function takesIn(role: Role): boolean {
  return role === 'all' || role === 'ingest'
}
