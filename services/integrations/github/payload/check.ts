import { asInstant, asInteger, asName, asSha, asText, at, type Field, optional, optionalName, optionalUrl } from '../../fields.js'
import { readRepository, type Repository } from '../payload.js'

/** A check run, a check suite or a commit status. */
export type Check = {
  repository: Repository
  id: number
  name: string
  status: string
  conclusion?: string
  headBranch?: string
  headSha: string
  url?: string
  finishedAt?: string
}

export function readCheckRun(root: Field): Check {
  const check = at(root, 'check_run')
  return {
    repository: readRepository(root),
    id: asInteger(at(check, 'id')),
    name: asName(at(check, 'name')),
    status: asText(at(check, 'status')),
    conclusion: optionalName(at(check, 'conclusion')),
    headBranch: optionalName(at(check, 'check_suite', 'head_branch')),
    headSha: asSha(at(check, 'head_sha')),
    url: optionalUrl(at(check, 'html_url')),
    finishedAt: optional(at(check, 'completed_at'), asInstant),
  }
}

/** A suite has no name of its own; it is all checks of one app. */
export function readCheckSuite(root: Field): Check {
  const suite = at(root, 'check_suite')
  return {
    repository: readRepository(root),
    id: asInteger(at(suite, 'id')),
    name: optionalName(at(suite, 'app', 'name')) ?? 'check suite',
    status: optionalName(at(suite, 'status')) ?? '',
    conclusion: optionalName(at(suite, 'conclusion')),
    headBranch: optionalName(at(suite, 'head_branch')),
    headSha: asSha(at(suite, 'head_sha')),
    finishedAt: optional(at(suite, 'updated_at'), asInstant),
  }
}

export function readStatus(root: Field): Check {
  return {
    repository: readRepository(root),
    id: asInteger(at(root, 'id')),
    name: asName(at(root, 'context')),
    status: 'completed',
    conclusion: asText(at(root, 'state')),
    headSha: asSha(at(root, 'sha')),
    url: optionalUrl(at(root, 'target_url')),
    finishedAt: asInstant(at(root, 'created_at')),
  }
}
