import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { DigestRefused, type DigestInput } from '../../digest/digest-settings.js'
import type { WeekStart } from '../../metrics/calendar/calendar.js'
import type { DigestDelivery } from '../../store/control/entities/digest-delivery.js'
import type { Digest } from '../../store/control/entities/digest.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { refusedAsInput } from '../views/viewer.js'

type Preview = { name?: string | null; view?: string | null; state?: string | null; measures?: string[] | null; timeZone?: string | null }
type Input = Preview & { weekday?: WeekStart | null; hour?: number | null; url: string; enabled?: boolean | null }

const WEEKDAYS: readonly WeekStart[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const MOST_DELIVERIES = 100

@Resolver()
@Requires('admin')
export class DigestsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async digests() {
    return (await this.runtime.digests.settings.list()).map(digestNode)
  }

  @Query()
  async previewDigest(@Args('input') input: Preview, @Args('at') at?: string | null) {
    const question = { ...questionOf(input), name: input.name ?? 'Weekly digest' }
    const { content, markdown, html } = await refused(this.runtime.digests.preview(question, this.instant(at)))
    return { ...content.weeks.week, markdown, html }
  }

  @Mutation()
  async saveDigest(
    @Args() { id, input, newSecret }: { id?: string | null; input: Input; newSecret?: boolean | null },
    @Context() { req }: GraphqlContext,
  ) {
    const { settings } = this.runtime.digests
    const wanted = inputOf(input)
    const actor = (await principalOf(req, this.runtime.authenticator))?.actor ?? ''
    const saved = await refused<{ digest: Digest; secret: string | null } | null>(
      id ? settings.update(id, wanted, newSecret ?? false) : settings.create(wanted, actor),
    )
    if (!saved) throw noDigest(id ?? '')
    return { digest: digestNode(saved.digest), secret: saved.secret }
  }

  @Mutation()
  async deleteDigest(@Args('id') id: string) {
    if (!(await this.runtime.digests.settings.remove(id))) throw noDigest(id)
    return true
  }

  @Mutation()
  async sendDigestNow(@Args('id') id: string, @Args('at') at?: string | null) {
    const { digests } = this.runtime
    const digest = await digests.settings.find(id)
    if (!digest) throw noDigest(id)
    const delivery = await refused(digests.sendNow(digest, this.instant(at)))
    if (!delivery) throw noDigest(id)
    return deliveryNode(delivery)
  }

  private instant(at: string | null | undefined): Date {
    const now = this.runtime.now()
    const instant = at ? new Date(at) : now
    if (instant > now) throw badInput('at must not be in the future.')
    return instant
  }
}

@Resolver('Digest')
@Requires('admin')
export class DigestResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  async deliveries(@Parent() { id }: { id: string }, @Args('first') first?: number | null) {
    const limit = first ?? 10
    if (limit < 1 || limit > MOST_DELIVERIES) throw badInput(`first must be from 1 to ${MOST_DELIVERIES}.`)
    return (await this.runtime.digests.deliveries.list(id, limit)).map(deliveryNode)
  }
}

async function refused<Result>(doing: Promise<Result>): Promise<Result> {
  return refusedAsInput(
    doing.catch((error: unknown) => {
      throw error instanceof DigestRefused ? badInput(error.message) : error
    }),
  )
}

function questionOf({ view, state, measures, timeZone }: Preview) {
  return { viewId: view ?? null, state: state ?? '', measures: measures ?? [], timeZone: timeZone ?? 'UTC' }
}

function inputOf(input: Input): DigestInput {
  const { name, weekday, hour, url, enabled } = input
  return {
    ...questionOf(input),
    name: name ?? '',
    weekday: WEEKDAYS.indexOf(weekday ?? 'MONDAY') + 1,
    hour: hour ?? 8,
    url,
    enabled: enabled ?? true,
  }
}

function noDigest(id: string) {
  return badInput(`There is no digest ${id.slice(0, 50)}.`)
}

function digestNode({ secretSealed: _sealed, viewId, weekday, ...digest }: Digest) {
  return { ...digest, view: viewId, weekday: WEEKDAYS[weekday - 1] }
}

const STATES = { pending: 'PENDING', leased: 'SENDING', sent: 'SENT', dead: 'FAILED' } as const

function deliveryNode({ id, periodFrom, periodTo, kind, state, attempts, status, reason, createdAt, availableAt, finishedAt }: DigestDelivery) {
  const shown = { id, attempts, status, reason, createdAt, finishedAt, from: periodFrom, to: periodTo }
  return { ...shown, byHand: kind === 'manual', state: STATES[state], nextTryAt: state === 'pending' ? availableAt : null }
}
