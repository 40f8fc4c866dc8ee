import type { Command } from 'commander'
import { CliError, exitCodes } from '../cli-error.js'
import { clientOf, examples, show, withTargetAndJson, type SharedOptions } from '../shared-options.js'
import { tableOf, type Terminal } from '../terminal.js'

interface Token {
  id: string
  name: string
  scopes: string[]
  teams: string[] | null
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
}

interface CreateOptions extends SharedOptions {
  name: string
  scope: string
  team?: string[]
  expires?: string
}

const DAY_MS = 86_400_000
const scopes = ['ingest', 'read', 'gate', 'approve', 'admin']
const roles = ['viewer', 'responder', 'approver', 'admin']
const fields = 'id name scopes teams createdAt expiresAt revokedAt lastUsedAt'

export function addToken(program: Command, terminal: Terminal): void {
  const token = program.command('token').description('what lets programs and people in')
  addCreate(token, terminal)
  addList(token, terminal)
  addRevoke(token, terminal)
  addLink(token, terminal)
}

function addCreate(token: Command, terminal: Terminal): void {
  withTargetAndJson(token.command('create'))
    .description('make a token; its secret is shown this once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scope <scopes>', `some of ${scopes.join(', ')}, separated by commas`, 'ingest')
    .option('--team <name...>', 'limit it to these teams')
    .option('--expires <when>', 'a number of days such as 90d, or a time such as 2027-01-31T00:00:00Z')
    .addHelpText(
      'after',
      examples('windsock token create --name pipeline --scope ingest --expires 90d', 'windsock token create --name reports --scope read --json'),
    )
    .action(async (options: CreateOptions) => {
      const variables = {
        name: options.name,
        scopes: readScopes(options.scope),
        teams: options.team,
        expiresAt: readExpiry(options.expires, terminal.now()),
      }
      const query = `mutation ($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {
        createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) { secret token { ${fields} } } }`
      const { createToken } = await clientOf(options, terminal).graphql<{ createToken: { secret: string; token: Token } }>(query, variables)
      if (options.json !== true) terminal.err('This is shown only once; keep it where your other secrets are:')
      show(terminal, options, createToken, () => createToken.secret)
    })
}

function addList(token: Command, terminal: Terminal): void {
  withTargetAndJson(token.command('list'))
    .description('list the tokens')
    .addHelpText('after', examples('windsock token list'))
    .action(async (options: SharedOptions) => {
      const { tokens } = await clientOf(options, terminal).graphql<{ tokens: Token[] }>(`{ tokens { ${fields} } }`)
      show(terminal, options, tokens, () => (tokens.length === 0 ? 'There are no tokens.' : listOf(tokens)))
    })
}

function addRevoke(token: Command, terminal: Terminal): void {
  withTargetAndJson(token.command('revoke'))
    .argument('<id>', 'as `windsock token list` shows it')
    .description('let nobody in with this token any more')
    .addHelpText('after', examples('windsock token revoke 0197…'))
    .action(async (id: string, options: SharedOptions) => {
      const query = `mutation ($id: ID!) { revokeToken(id: $id) { ${fields} } }`
      const { revokeToken } = await clientOf(options, terminal).graphql<{ revokeToken: Token }>(query, { id })
      show(terminal, options, revokeToken, () => `The token ${revokeToken.name} lets nobody in any more.`)
    })
}

function addLink(token: Command, terminal: Terminal): void {
  withTargetAndJson(token.command('link'))
    .description('make a link that signs a person in once, within fifteen minutes')
    .option('--login <login>', 'whom', 'admin')
    .option('--role <role>', `one of ${roles.join(', ')}`, 'admin')
    .addHelpText('after', examples('windsock token link', 'windsock token link --login author-17@example.invalid --role viewer'))
    .action(async (options: SharedOptions & { login: string; role: string }) => {
      if (!roles.includes(options.role)) throw new CliError(`The role must be one of ${roles.join(', ')}, not "${options.role}".`, exitCodes.usage)
      const query = 'mutation ($login: String!, $role: Role!) { createSignInLink(login: $login, role: $role) }'
      const variables = { login: options.login, role: options.role.toUpperCase() }
      const { createSignInLink } = await clientOf(options, terminal).graphql<{ createSignInLink: string }>(query, variables)
      show(terminal, options, { link: createSignInLink }, () => createSignInLink)
    })
}

function readScopes(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !scopes.includes(name))
  if (unknown !== undefined) throw new CliError(`The scopes are ${scopes.join(', ')}; "${unknown}" is none of them.`, exitCodes.usage)
  return names.map((name) => name.toUpperCase())
}

function readExpiry(text: string | undefined, now: Date): string | undefined {
  if (text === undefined) return undefined
  const days = /^(\d+)d$/.exec(text)?.[1]
  const time = days === undefined ? new Date(text) : new Date(now.getTime() + Number(days) * DAY_MS)
  if (Number.isNaN(time.getTime())) throw new CliError(`--expires must be a number of days such as 90d or a time, not "${text}".`, exitCodes.usage)
  return time.toISOString()
}

function listOf(tokens: readonly Token[]): string {
  const rows = tokens.map(({ id, name, scopes: held, expiresAt, revokedAt, lastUsedAt }) => [
    id,
    name,
    held.join(',').toLowerCase(),
    revokedAt ? 'revoked' : (expiresAt ?? 'never'),
    lastUsedAt ?? 'never',
  ])
  return tableOf(['ID', 'NAME', 'SCOPES', 'EXPIRES', 'LAST USED'], rows)
}
