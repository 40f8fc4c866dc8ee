import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { principalOf } from '../../auth/guard.js'
import { roles, scopes, type Role, type Scope } from '../../auth/permissions.js'
import { Requires } from '../../auth/requires.js'
import type { AuditEntry } from '../../store/control/entities/audit-entry.js'
import type { Token } from '../../store/control/entities/token.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput, readPage, toPage, type PageOf } from '../paging.js'
import { version } from '../root.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { problemsOfReferences } from '../workspace/known-names.js'

const SIGN_IN_SECONDS = 15 * 60

interface CreateTokenArgs {
  name: string
  scopes: string[]
  teams?: string[] | null
  expiresAt?: string | null
}

@Resolver()
export class AccessResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Public, because a page must be able to ask whether anyone is signed in. */
  @Query()
  @Requires('public')
  async viewer(@Context() { req }: GraphqlContext) {
    const principal = await principalOf(req, this.runtime.authenticator)
    return {
      login: principal?.login ?? null,
      role: principal?.role?.toUpperCase() ?? null,
      scopes: [...(principal?.permissions ?? [])].map((scope) => scope.toUpperCase()),
      demo: this.runtime.config.demo,
      version,
    }
  }

  @Query()
  @Requires('admin')
  async tokens() {
    return (await this.runtime.tokens.list()).map(tokenNode)
  }

  @Query()
  @Requires('admin')
  async people() {
    return (await this.runtime.sessions.people()).map((person) => ({ ...person, role: person.role.toUpperCase() }))
  }

  @Query()
  @Requires('admin')
  async auditLog(
    @Args('first') first: number | null,
    @Args('after') after: string | null,
  ): Promise<PageOf<ReturnType<typeof auditNode>> & { totalCount: number }> {
    const page = readPage(first, after)
    const before = page.after === null ? undefined : readSequence(page.after)
    const [found, totalCount] = await Promise.all([this.runtime.audit.list({ limit: page.limit + 1, before }), this.runtime.audit.count()])
    return { ...toPage(found.map(auditNode), page, ({ sequence }) => [sequence]), totalCount }
  }

  @Query()
  @Requires('admin')
  verifyAudit() {
    return this.runtime.audit.verify()
  }

  @Mutation()
  @Requires('admin')
  async createToken(@Args() args: CreateTokenArgs, @Context() { req }: GraphqlContext) {
    const name = args.name.trim()
    if (name === '' || name.length > 100) throw badInput('name must have from 1 to 100 characters.')
    if (args.scopes.length === 0) throw badInput('scopes must name at least one scope.')
    const expiresAt = args.expiresAt ? new Date(args.expiresAt) : null
    if (expiresAt && expiresAt <= this.runtime.now()) throw badInput('expiresAt must be in the future.')
    const teams = args.teams ?? null
    const [unknown] = await problemsOfReferences(
      this.runtime,
      (teams ?? []).map((team) => ({ to: 'Team', path: ['teams'], name: team })),
    )
    if (unknown) throw badInput(`teams: ${unknown.message}.`)
    const principal = await principalOf(req, this.runtime.authenticator)
    const { token, secret } = await this.runtime.tokens.create({
      name,
      scopes: readScopes(args.scopes),
      teams,
      expiresAt,
      createdBy: principal?.actor ?? '',
    })
    return { token: tokenNode(token), secret }
  }

  @Mutation()
  @Requires('admin')
  async revokeToken(@Args('id') id: string) {
    const token = isUuid(id) ? await this.runtime.tokens.revoke(id) : null
    if (!token) throw badInput(`There is no token ${id.slice(0, 50)}.`)
    return tokenNode(token)
  }

  @Mutation()
  @Requires('admin')
  async createSignInLink(@Args('login') login: string, @Args('role') role: string): Promise<string> {
    const name = login.trim()
    if (name === '' || name.length > 200) throw badInput('login must have from 1 to 200 characters.')
    const code = await this.runtime.sessions.createCode({ login: name, role: readRole(role) }, SIGN_IN_SECONDS)
    return `${this.runtime.publicUrl()}/sign-in?code=${code}`
  }
}

function tokenNode(token: Token) {
  const { id, name, teams, createdAt, expiresAt, revokedAt, lastUsedAt } = token
  return { id, name, teams, createdAt, expiresAt, revokedAt, lastUsedAt, scopes: token.scopes.map((scope) => scope.toUpperCase()) }
}

function auditNode({ seq, at, actor, action, subject, details, hash }: AuditEntry) {
  return { sequence: Number(seq), at, actor, action, subject, details, hash: hash.toString('hex') }
}

function readScopes(given: readonly string[]): Scope[] {
  return scopes.filter((scope) => given.includes(scope.toUpperCase()))
}

function readRole(given: string): Role {
  const role = roles.find((candidate) => candidate.toUpperCase() === given)
  if (!role) throw badInput(`There is no role ${given}.`)
  return role
}

function readSequence([sequence]: readonly unknown[]): number {
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence)) throw badInput('after must be a cursor from a page before.')
  return sequence
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
