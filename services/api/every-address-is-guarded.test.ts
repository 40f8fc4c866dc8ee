import 'reflect-metadata'
import { Controller, Get } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, NestFactory, Reflector } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { Module } from '@nestjs/common'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { AppModule } from '../app.module.js'
import { AccessGuard } from '../auth/guard.js'
import { REQUIRES, Requires } from '../auth/requires.js'
import { readConfig } from '../config/config.js'
import { ErrorFilter } from './error.filter.js'
import { rootDirectory } from './root.js'
import type { Runtime } from './runtime.js'

type Class = new (...args: never[]) => object

interface Entry {
  name: string
  permission: string | undefined
}

/** Every class that the modules of the whole application name, however deep. */
function classesOf(module: unknown, seen = new Set<unknown>()): Class[] {
  if (seen.has(module) || !module) return []
  seen.add(module)
  const dynamic =
    typeof module === 'object' ? (module as { module?: unknown; imports?: unknown[]; controllers?: unknown[]; providers?: unknown[] }) : {}
  const type = (dynamic.module ?? module) as object
  const listed = (key: 'imports' | 'controllers' | 'providers') => [
    ...((Reflect.getMetadata(key, type) as unknown[] | undefined) ?? []),
    ...(dynamic[key] ?? []),
  ]
  const own = [...listed('controllers'), ...listed('providers')].filter((item): item is Class => typeof item === 'function')
  return [...own, ...listed('imports').flatMap((imported) => classesOf(imported, seen))]
}

function entriesOf(type: Class, isEntry: (handler: object) => boolean): Entry[] {
  return Object.getOwnPropertyNames(type.prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => ({ name, handler: Object.getOwnPropertyDescriptor(type.prototype, name)?.value as unknown }))
    .filter((member): member is { name: string; handler: object } => typeof member.handler === 'function' && isEntry(member.handler))
    .map(({ name, handler }) => ({
      name: (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? name,
      permission: (Reflect.getMetadata(REQUIRES, handler) ?? Reflect.getMetadata(REQUIRES, type)) as string | undefined,
    }))
}

const application = AppModule.for({ config: readConfig({}) } as Runtime)
const classes = classesOf(application)
const routes = classes.flatMap((type) => entriesOf(type, (handler) => Reflect.hasMetadata('path', handler)))
const rootFields = classes.flatMap((type) =>
  entriesOf(type, (handler) => ['Query', 'Mutation', 'Subscription'].includes(Reflect.getMetadata('graphql:resolver_type', handler) as string)),
)

test('every route and every resolver states what it requires', () => {
  expect(routes.length).toBeGreaterThanOrEqual(10)
  expect([...routes, ...rootFields].filter(({ permission }) => permission === undefined)).toEqual([])
})

test('every field of Query and Mutation was looked at', () => {
  const schema = buildSchema(readFileSync(join(rootDirectory, 'schemas', 'graphql', 'schema.graphql'), 'utf8'))
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}))
  expect(rootFields.map(({ name }) => name).sort()).toEqual(fields.sort())
})

test('only these are public, and every mutation needs more than reading', () => {
  const open = [...routes, ...rootFields].filter(({ permission }) => permission === 'public').map(({ name }) => name)
  expect(open.sort()).toEqual(['accept', 'badge', 'describe', 'live', 'ready', 'shared', 'show', 'signIn', 'signOut', 'viewer'])
  const mutations = classes.flatMap((type) => entriesOf(type, (handler) => Reflect.getMetadata('graphql:resolver_type', handler) === 'Mutation'))
  const weak = mutations.filter(({ permission }) => permission === 'read' || permission === 'public').map(({ name }) => name)
  // Of views one's own: whose they are is checked inside, and held by services/api/views/views.test.ts.
  expect(weak.sort()).toEqual(['createShareLink', 'deleteView', 'revokeShareLink', 'saveView', 'setDefaultView', 'updateView'])
})

@Controller()
class Careless {
  @Get('forgotten')
  forgotten(): string {
    return 'secret'
  }

  @Get('said')
  @Requires('public')
  said(): string {
    return 'open'
  }
}

test('what states nothing is refused', async () => {
  const authenticator = { authenticate: async () => null }
  const noLimit = { teams: () => null, services: async () => null, within: async () => null, refusals: async () => [], refusal: async () => null }
  const guard = {
    provide: APP_GUARD,
    inject: [Reflector],
    useFactory: (reflector: Reflector) => new AccessGuard(reflector, { authenticator, teamLimit: noLimit, publicUrl: undefined }),
  }
  const filter = { provide: APP_FILTER, useFactory: () => new ErrorFilter(() => '') }
  class Planted {}
  Module({ controllers: [Careless], providers: [guard, filter] })(Planted)
  const app = await NestFactory.create<NestFastifyApplication>(Planted, new FastifyAdapter(), { logger: false })
  await app.init()
  const statuses = await Promise.all(['/forgotten', '/said'].map(async (url) => (await app.inject({ url })).statusCode))
  await app.close()
  expect(statuses).toEqual([403, 200])
  expect(entriesOf(Careless, (handler) => Reflect.hasMetadata('path', handler))).toContainEqual({ name: 'forgotten', permission: undefined })
})
