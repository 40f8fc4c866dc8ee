import { randomUUID } from 'node:crypto'
import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { previewIncidentMerge, previewMerge } from '../../facts/merge-preview.js'
import type { PageArguments } from '../../store/analytics/page.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import { readSettings, rulesOf } from '../../workspace/settings.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { recordOwnEvent } from '../own-events.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { checkCorrection } from './check-correction.js'
import { problemsOf, subjectsOfCorrection, type CorrectedKind } from './correctable.js'
import { listContradicted, type ContradictedFilter } from './contradicted-list.js'
import { correctionNode, correctionsOfFact } from './correction-list.js'
import { partsOfIncident } from './joined-facts.js'

const SOURCE = 'windsock/corrections'
const MOST_REASON = 2000

type Input = { kind: Uppercase<CorrectedKind>; fact: string; service?: string | null; environment?: string | null; fields: unknown; reason: string }

@Resolver()
@Requires('read')
@ForTeams('limited')
export class CorrectionResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  corrections(@Args() { kind, fact }: { kind: Uppercase<CorrectedKind>; fact: string }) {
    return correctionsOfFact(this.runtime.analytics, kindOf(kind), fact)
  }

  @Query()
  incidentParts(@Args('id') id: string) {
    return partsOfIncident(this.runtime.analytics, id)
  }

  @Query()
  async contradictions(@Args() { filter, ...page }: PageArguments & { filter?: ContradictedFilter | null }) {
    return listContradicted(this.runtime.analytics, await underKeptNames(this.runtime.analytics, filter ?? {}), page)
  }

  @Query()
  async mergePreview(
    @Args() { service, slackMinutes, sourceOfRecord }: { service: string; slackMinutes?: number | null; sourceOfRecord?: string | null },
  ) {
    const slackMs = millisecondsOf('slackMinutes', slackMinutes)
    const rules = rulesOf(await readSettings(this.runtime.control))
    const asked = { ...(slackMs === undefined ? {} : { slackMs }), ...(sourceOfRecord ? { sourceOfRecord } : {}) }
    const preview = await previewMerge(this.runtime.analytics, service, asked, rules)
    const joined = preview.joined.map(({ rollout: { id, environment, version, startedAt, outcome, parts }, newlyJoined }) => ({
      id,
      environment,
      version,
      outcome,
      parts,
      newlyJoined,
      startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
    }))
    return { service, rolloutsNow: preview.rolloutsNow, rollouts: preview.rollouts, joined }
  }

  @Query()
  async incidentMergePreview(@Args() { service, minutes }: { service: string; minutes?: number | null }) {
    const rules = rulesOf(await readSettings(this.runtime.control))
    const preview = await previewIncidentMerge(this.runtime.analytics, service, millisecondsOf('minutes', minutes), rules)
    const joined = preview.joined.map(({ incident: { id, title, environment, detectedAt, status, parts }, newlyJoined }) => ({
      id,
      title: title === '' ? null : title,
      environment,
      status,
      parts,
      newlyJoined,
      detectedAt: detectedAt === null ? null : new Date(detectedAt).toISOString(),
    }))
    return { service, incidentsNow: preview.incidentsNow, incidents: preview.incidents, joined }
  }

  @Mutation()
  @Requires('approve')
  @ForTeams(({ input }: { input: Input }, limit) => limit.refusal(...subjectsOfCorrection({ ...input, kind: kindOf(input.kind) })))
  async correctFact(@Args('input') { kind, fact, service, environment, fields, reason }: Input, @Context() { req }: GraphqlContext) {
    const problems = problemsOf(kindOf(kind), fields, this.runtime.now())
    if (problems.length > 0) throw badInput(problems.map(({ path, message }) => `${path} ${message}`).join('; '))
    if (fact.trim() === '') throw badInput('fact must not be empty.')
    if (reason.trim() === '') throw badInput('reason must not be empty: say why, for whoever reads this later.')
    if (reason.length > MOST_REASON) throw badInput(`reason must have at most ${MOST_REASON} characters.`)
    const asked = { kind: kindOf(kind), fact, service, environment, fields: fields as Record<string, unknown> }
    await checkCorrection(this.runtime, asked)
    const by = (await principalOf(req, this.runtime.authenticator))?.actor ?? ''
    const about = { ...(service ? { service } : {}), ...(environment ? { environment } : {}) }
    const time = await this.nextTime(asked.kind, fact)
    const data = { kind: asked.kind, id: fact, ...about, fields: asked.fields, reason, by }
    const event = { id: randomUUID(), source: SOURCE, type: 'fact.corrected' as const, time: time.toISOString(), data }
    await recordOwnEvent(this.runtime, event, by)
    return correctionNode(event)
  }

  /** Later than the corrections before, so that of two in one millisecond the second holds. */
  private async nextTime(kind: CorrectedKind, fact: string): Promise<Date> {
    const [latest] = await correctionsOfFact(this.runtime.analytics, kind, fact)
    return new Date(Math.max(this.runtime.now().getTime(), latest ? Date.parse(latest.at) + 1 : 0))
  }
}

function millisecondsOf(name: string, minutes: number | null | undefined): number | undefined {
  if (minutes === null || minutes === undefined) return undefined
  if (!(minutes >= 0)) throw badInput(`${name} must not be negative.`)
  return minutes * 60_000
}

function kindOf(kind: Uppercase<CorrectedKind>): CorrectedKind {
  return kind.toLowerCase() as CorrectedKind
}
