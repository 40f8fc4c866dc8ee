import {
  asFlag,
  asInstant,
  asInteger,
  asNameLike,
  asText,
  at,
  clip,
  type Field,
  isAbsent,
  items,
  optional,
  optionalName,
  optionalUrl,
} from '../fields.js'

export type Project = {
  /** As GitLab numbers it: stays when the project moves. */
  id: number
  /** group/sub/name as GitLab writes it. */
  path: string
  host: string
  url?: string
  defaultBranch?: string
}

export type Account = { login: string; isBot: boolean }

const BOTS = [/^(project|group)_\d+_bot([-_\d].*)?$/, /^service_account_/, /^gitlabduo$/, /\[bot\]$/, /(^|[-_.])bot[-_.\d]*$/]
const ZONED = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?) ?(UTC|Z|[+-]\d\d:?\d\d)$/

/** "2021-04-28 21:50:00 UTC" and "2021-04-28 21:50:00 +0200" beside RFC 3339. A time without a zone is not guessed at. */
export function asTime(field: Field): string {
  return asInstant(field, (text) => {
    const [, date, clock, zone = ''] = ZONED.exec(text) ?? []
    if (date === undefined) return text
    const offset = zone === 'UTC' || zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
    return `${date}T${clock}${offset}`
  })
}

export function readProject(root: Field): Project {
  const project = at(root, 'project')
  const id = isAbsent(at(project, 'id')) ? at(root, 'project_id') : at(project, 'id')
  const url = optionalUrl(at(project, 'web_url'))
  return {
    id: asInteger(id),
    path: asNameLike(at(project, 'path_with_namespace'), /^[^/\s]+(\/[^/\s]+)+$/, 'group/name'),
    host: hostOf(url),
    url,
    defaultBranch: optionalName(at(project, 'default_branch')),
  }
}

/** A person, a project token's bot or a service account. Jobs say only the name of a person in older versions. */
export function readAccount(field: Field): Account | undefined {
  const login = optionalName(at(field, 'username')) ?? optionalName(at(field, 'name'))
  return login === undefined ? undefined : { login, isBot: BOTS.some((bot) => bot.test(login.toLowerCase())) }
}

export function readLabels(field: Field): string[] {
  return items(field)
    .map((label) => clip(asText(at(label, 'title')), 512))
    .slice(0, 200)
}

export function readTitle(field: Field): string {
  return clip(asText(field), 2000)
}

export function flag(field: Field): boolean {
  return optional(field, asFlag) ?? false
}

/** The same group/name on another server is another project. */
function hostOf(url: string | undefined): string {
  return url === undefined || !URL.canParse(url) ? 'gitlab.com' : new URL(url).host
}
