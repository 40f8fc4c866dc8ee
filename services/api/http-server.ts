import { join } from 'node:path'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { DynamicModule } from '@nestjs/common'
import { inRequest } from '../auth/teams/asking.js'
import { registerBodyParsers } from './body-parser.js'
import { rootDirectory } from './root.js'
import type { Runtime } from './runtime.js'
import { registerSecurityHeaders } from './web/security-headers.js'
import { registerWeb } from './web/web.js'

const REQUEST_MS = 60_000

/** The HTTP side, ready to listen. */
export async function createHttpServer(module: DynamicModule, { config }: Pick<Runtime, 'config'>): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: false,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
  })
  const server = adapter.getInstance()
  registerBodyParsers(server, config)
  await registerSecurityHeaders(server, { https: config.publicUrl?.startsWith('https:') ?? false })
  // After the body was read, whose events belong to no request.
  server.addHook('preHandler', (_request, _reply, done) => inRequest(done))
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: ['error', 'warn'], bodyParser: false, abortOnError: false })
  if (config.role === 'all' || config.role === 'api') await registerWeb(server, config.webDir ?? join(rootDirectory, 'web', 'out'))
  await app.init()
  await server.ready()
  return app
}
