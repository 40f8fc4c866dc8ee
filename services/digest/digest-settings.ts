import { randomBytes, randomUUID } from 'node:crypto'
import { IANAZone } from 'luxon'
import type { DataSource } from 'typeorm'
import { measures } from '../metrics/index.js'
import { Digest } from '../store/control/entities/digest.js'
import { SavedView } from '../store/control/entities/saved-view.js'
import { openSecret, sealSecret } from '../store/control/secrets.js'
import { readViewState } from '../views/view-state.js'
import type { DigestQuestion } from './content.js'
import { nextSending } from './weeks.js'

/** What a person decides about a digest. With a view, its scope and options go before those of `state`. */
export type DigestInput = Pick<Digest, 'name' | 'viewId' | 'state' | 'measures' | 'weekday' | 'hour' | 'timeZone' | 'url' | 'enabled'>

/** The digest cannot be kept as it is; the message says what of it. */
export class DigestRefused extends Error {
  override readonly name = 'DigestRefused'
}

export type DigestSettings = {
  /** By name. */
  list(): Promise<Digest[]>
  find(id: string): Promise<Digest | null>
  /** Throws `DigestRefused` or `ViewRefused`. The secret is given this once. */
  create(input: DigestInput, createdBy: string): Promise<{ digest: Digest; secret: string }>
  /** Null if it is not there. With `newSecret` it gets another, which is given this once. */
  update(id: string, input: DigestInput, newSecret: boolean): Promise<{ digest: Digest; secret: string | null } | null>
  remove(id: string): Promise<boolean>
  secretOf(digest: Digest): string
  /** Those whose time has come. */
  due(): Promise<Digest[]>
  /** The next time after now, unless another worker has set it already. */
  moveOn(digest: Digest): Promise<void>
  /** Throws `DigestRefused` or `ViewRefused`. */
  questionOf(input: Pick<DigestInput, 'name' | 'viewId' | 'state' | 'measures' | 'timeZone'>): Promise<DigestQuestion>
}

type Options = { dataSource: DataSource; key: Buffer; now: () => Date; privateHosts: readonly string[] }

const MOST_NAME = 100
const MOST_URL = 2000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createDigestSettings({ dataSource, key, now, privateHosts }: Options): DigestSettings {
  const digests = dataSource.getRepository(Digest)
  const views = dataSource.getRepository(SavedView)
  const find = async (id: string) => (UUID.test(id) ? digests.findOneBy({ id }) : null)
  const nextOf = (input: Pick<Digest, 'weekday' | 'hour' | 'timeZone' | 'enabled'>) => (input.enabled ? nextSending(input, now()) : null)

  async function questionOf({ name, viewId, state, measures: keys, timeZone }: Parameters<DigestSettings['questionOf']>[0]): Promise<DigestQuestion> {
    const view = viewId === null ? null : UUID.test(viewId) ? await views.findOneBy({ id: viewId }) : null
    if (viewId !== null && !view) throw new DigestRefused('There is no such view.')
    const query = view?.state ?? state
    const { scope, options } = readViewState(query)
    return { name, query, scope, options, measures: keys, timeZone }
  }

  async function check(input: DigestInput): Promise<void> {
    checkFields(input)
    checkUrl(input.url, privateHosts)
    await questionOf(input)
  }

  return {
    list: () => digests.find({ order: { name: 'ASC', id: 'ASC' } }),
    find,
    async create(input, createdBy) {
      await check(input)
      const secret = newSigningSecret()
      const id = randomUUID()
      const secretSealed = sealSecret(key, secret, purposeOf(id))
      const digest = digests.create({ ...input, id, name: input.name.trim(), secretSealed, createdBy, createdAt: now(), nextAt: nextOf(input) })
      await digests.insert(digest)
      return { digest: await digests.findOneByOrFail({ id }), secret }
    },
    async update(id, input, newSecret) {
      if (!(await find(id))) return null
      await check(input)
      const secret = newSecret ? newSigningSecret() : null
      const secretSealed = secret === null ? {} : { secretSealed: sealSecret(key, secret, purposeOf(id)) }
      await digests.update({ id }, { ...input, name: input.name.trim(), nextAt: nextOf(input), ...secretSealed })
      const digest = await find(id)
      return digest && { digest, secret }
    },
    async remove(id) {
      return UUID.test(id) && ((await digests.delete({ id })).affected ?? 0) > 0
    },
    secretOf: ({ id, secretSealed }) => openSecret(key, secretSealed, purposeOf(id)),
    async due() {
      return digests.createQueryBuilder('digest').where('digest.enabled AND digest.nextAt <= :now', { now: now() }).orderBy('digest.nextAt').getMany()
    },
    async moveOn(digest) {
      const { id, nextAt } = digest
      if (nextAt !== null) await digests.update({ id, nextAt }, { nextAt: nextOf(digest) })
    },
    questionOf,
  }
}

function purposeOf(id: string): string {
  return `digest:${id}`
}

/** In the form of Standard Webhooks. */
function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

function checkFields({ name, measures: keys, weekday, hour, timeZone }: DigestInput): void {
  if (name.trim() === '' || name.length > MOST_NAME) throw new DigestRefused(`name must have from 1 to ${MOST_NAME} characters.`)
  const unknown = keys.find((key) => !measures.some(({ definition }) => definition.key === key))
  if (unknown !== undefined) throw new DigestRefused(`There is no measure ${unknown.slice(0, 50)}.`)
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) throw new DigestRefused('weekday must be from 1, Monday, to 7.')
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw new DigestRefused('hour must be from 0 to 23.')
  if (!/^[A-Za-z]/.test(timeZone) || !IANAZone.isValidZone(timeZone))
    throw new DigestRefused(`"${timeZone.slice(0, 50)}" is not an IANA time zone such as Europe/Berlin or UTC.`)
}

/** Says early what the gate for outgoing calls would refuse later. */
function checkUrl(text: string, privateHosts: readonly string[]): void {
  const url = text.length <= MOST_URL && URL.canParse(text) ? new URL(text) : null
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new DigestRefused('url must be an address with https.')
  if (url.username !== '' || url.password !== '') throw new DigestRefused('url must not hold a user or a password.')
  const isPrivate = privateHosts.some((host) => [url.host, url.hostname].includes(host.toLowerCase()))
  if (url.protocol === 'http:' && !isPrivate)
    throw new DigestRefused('url must begin with https, unless WINDSOCK_OUTGOING_PRIVATE_HOSTS names its host.')
}
