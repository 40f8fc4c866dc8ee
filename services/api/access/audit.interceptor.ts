import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { catchError, from, mergeMap, type Observable } from 'rxjs'
import { principalOf } from '../../auth/guard.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import type { Runtime } from '../runtime.js'

const hidden = /secret|password|token$/i

/**
 * Writes every mutation to the audit log before it is carried out, so that there is no change without an entry; one that
 * then fails gets a second entry that says so.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly runtime: Pick<Runtime, 'audit' | 'authenticator'>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle()
    const graphql = GqlExecutionContext.create(context)
    const info = graphql.getInfo<GraphQLResolveInfo>()
    if (info.operation.operation !== 'mutation' || info.path.prev !== undefined) return next.handle()
    const { req } = graphql.getContext<GraphqlContext>()
    return from(this.write(req, info.fieldName, graphql.getArgs())).pipe(
      mergeMap((failed) =>
        next.handle().pipe(
          catchError(async (error: unknown) => {
            await failed()
            throw error
          }),
        ),
      ),
    )
  }

  /** Gives what is to be called if the change fails. */
  private async write(req: GraphqlContext['req'], action: string, args: Record<string, unknown>): Promise<() => Promise<void>> {
    const { audit, authenticator } = this.runtime
    const actor = (await principalOf(req, authenticator))?.actor ?? 'nobody'
    const subject = subjectOf(args)
    await audit.append({ actor, action, subject, details: hideSecrets(args) })
    return () => audit.append({ actor, action: `${action}.failed`, subject })
  }
}

/** What a change is about, from its arguments: the one that identifies something, else the first text. */
function subjectOf(args: Record<string, unknown>): string {
  const flat = { ...args, ...(typeof args.input === 'object' ? args.input : {}) } as Record<string, unknown>
  if (typeof flat.integration === 'string' && typeof flat.source === 'string') return `${flat.integration}/${flat.source}`
  const named = [flat.id, flat.name, flat.login].find((value) => typeof value === 'string')
  const [line = ''] = String(named ?? Object.values(flat).find((value) => typeof value === 'string') ?? '').split('\n', 1)
  return line.slice(0, 500)
}

function hideSecrets(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (hidden.test(key) && typeof member === 'string') return [key, '[hidden]']
      if (key === 'url' && typeof member === 'string') return [key, withoutPath(member)]
      return [key, Array.isArray(member) ? member.map(hideInItem) : hideInItem(member)]
    }),
  )
}

/** Of a value that comes with its name nobody can tell here whether it is a secret. */
function hideInItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
  const { name, value } = item as Record<string, unknown>
  return typeof name === 'string' && typeof value === 'string' ? { name, value: '[hidden]' } : hideSecrets(item as Record<string, unknown>)
}

/** Whoever knows the path of a webhook's address may often post to it. */
function withoutPath(url: string): string {
  return URL.canParse(url) ? `${new URL(url).origin}/[hidden]` : '[hidden]'
}
