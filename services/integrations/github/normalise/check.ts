import type { Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type Check, readCheckRun, readCheckSuite, readStatus } from '../payload/check.js'
import type { DeclaredCheck } from '../settings.js'
import { identifier } from '../../identifier.js'
import { serviceOf, versionOf } from './rollout.js'

const STATUSES = new Map([
  ['success', 'passed'],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', 'cancelled'],
  ['stale', 'cancelled'],
  ['skipped', 'skipped'],
  ['neutral', 'skipped'],
])

export function normaliseCheckRun(payload: Field, context: Context): Normalised {
  return toTests('check-run', readCheckRun(payload), context, context.action === 'completed')
}

export function normaliseCheckSuite(payload: Field, context: Context): Normalised {
  return toTests('check-suite', readCheckSuite(payload), context, context.action === 'completed')
}

export function normaliseStatus(payload: Field, context: Context): Normalised {
  const check = readStatus(payload)
  return toTests('status', check, context, check.conclusion !== 'pending')
}

/** The end is part of the id: a check that is run again is another result, and the first keeps its date. */
function toTests(kind: string, check: Check, { source, settings }: Context, hasEnded: boolean): Normalised {
  const declared = settings.checks.filter((one) => matches(one, check))
  const { repository, name, id, headSha, headBranch, url } = check
  if (declared.length === 0) return { events: [], reason: undeclared(check) }
  if (!hasEnded || check.finishedAt === undefined) return { events: [], reason: `Check "${name}" has not ended yet; it counts when it has.` }
  const { finishedAt } = check
  const status = STATUSES.get(check.conclusion ?? '')
  if (status === undefined)
    return { events: [], reason: `Check "${name}" ended as "${check.conclusion ?? 'nothing'}", which is no result of a test.` }
  const events = declared.map(({ service, environment }) => {
    const tested = service ?? serviceOf(repository, settings)
    const data = { service: tested, environment, version: versionOf(headBranch, headSha), name, status, url }
    return {
      id: identifier(kind, repository.fullName, id, finishedAt, tested, environment ?? ''),
      source,
      type: 'test.finished',
      time: finishedAt,
      data,
    }
  })
  return { events }
}

function matches({ name, repository }: DeclaredCheck, check: Check): boolean {
  return name === check.name && (repository === undefined || repository.toLowerCase() === check.repository.fullName.toLowerCase())
}

function undeclared({ name, repository }: Check): string {
  return `Check "${name}" of ${repository.fullName} is not declared as a test of a release. If it is one, add it to checks in the settings of this connection.`
}
