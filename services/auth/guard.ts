import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql'
import type { FastifyRequest } from 'fastify'
import type { GraphQLResolveInfo } from 'graphql'
import { AuthError } from './auth-error.js'
import type { Authenticator } from './authenticate.js'
import { assertOwnPage } from './browser.js'
import type { Permission } from './permissions.js'
import type { Principal } from './principal.js'
import { REQUIRES } from './requires.js'
import { requestNow } from './teams/asking.js'
import type { TeamLimit } from './teams/team-limit.js'
import { TEAM_RULE, type TeamRule } from './teams/team-rule.js'

export interface GuardOptions {
  authenticator: Authenticator
  teamLimit: TeamLimit
  publicUrl: string | undefined
}

const principals = new WeakMap<FastifyRequest, Promise<Principal | null>>()

/** Who asks, found once per request; from then on the request reads no more than its teams allow. */
export function principalOf(request: FastifyRequest, authenticator: Authenticator): Promise<Principal | null> {
  const known = principals.get(request)
  if (known) return known
  const now = requestNow()
  const found = authenticator
    .authenticate({
      remoteAddress: request.socket.remoteAddress,
      localAddress: request.socket.localAddress,
      headers: request.headers,
    })
    .then((principal) => {
      now.note(principal?.teams ?? null)
      return principal
    })
  principals.set(request, found)
  return found
}

/** The one guard, on every route and every resolver: what asks for no permission is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly options: GuardOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRES, [context.getHandler(), context.getClass()])
    if (permission === undefined) throw new AuthError('FORBIDDEN', 'This address states no permission and is closed.')
    if (permission === 'public') return true
    const request = requestOf(context)
    const principal = assertGranted(await principalOf(request, this.options.authenticator), permission)
    if (principal.ambient && isChange(context, request)) assertOwnPage(request.headers, this.options.publicUrl)
    if (principal.teams !== null) await this.assertTeams(context)
    return true
  }

  private async assertTeams(context: ExecutionContext): Promise<void> {
    const rule = this.reflector.getAllAndOverride<TeamRule | undefined>(TEAM_RULE, [context.getHandler(), context.getClass()])
    if (rule === undefined) throw new AuthError('FORBIDDEN', 'This is not for a token that is limited to teams.')
    if (typeof rule === 'string') return
    const refusal = await rule(argumentsOf(context) as never, this.options.teamLimit)
    if (refusal !== null) throw new AuthError('FORBIDDEN', `Refused, because ${refusal}.`)
  }
}

export function assertGranted(principal: Principal | null, permission: Exclude<Permission, 'public'>): Principal {
  if (principal === null) throw new AuthError('UNAUTHENTICATED', 'Sign in, or send a token: Authorization: Bearer <token>.')
  if (!principal.permissions.has(permission)) throw new AuthError('FORBIDDEN', `This needs the permission ${permission}.`)
  return principal
}

function requestOf(context: ExecutionContext): FastifyRequest {
  if (context.getType<GqlContextType>() === 'graphql') return GqlExecutionContext.create(context).getContext<{ req: FastifyRequest }>().req
  return context.switchToHttp().getRequest<FastifyRequest>()
}

function argumentsOf(context: ExecutionContext): unknown {
  return context.getType<GqlContextType>() === 'graphql' ? GqlExecutionContext.create(context).getArgs() : {}
}

function isChange(context: ExecutionContext, request: FastifyRequest): boolean {
  if (context.getType<GqlContextType>() !== 'graphql') return !['GET', 'HEAD'].includes(request.method)
  return GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>().operation.operation === 'mutation'
}
