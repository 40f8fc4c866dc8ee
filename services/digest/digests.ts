import type { DataSource } from 'typeorm'
import type { Outgoing } from '../source-control/outgoing.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { DigestDelivery } from '../store/control/entities/digest-delivery.js'
import type { Digest } from '../store/control/entities/digest.js'
import { readMeasureSettings } from '../workspace/measure-settings.js'
import { readSettings } from '../workspace/settings.js'
import { createDigestDeliveries, type ClaimedDelivery, type DigestDeliveries } from './deliveries.js'
import { createDigestSettings, type DigestInput, type DigestSettings } from './digest-settings.js'
import { digestMessage, writeDigest, type DigestText } from './message.js'
import { sendSigned } from './send.js'
import { digestWeeks } from './weeks.js'

export type Digests = {
  settings: DigestSettings
  deliveries: Pick<DigestDeliveries, 'list'>
  /** As it would be at `at`. */
  preview(input: Pick<DigestInput, 'name' | 'viewId' | 'state' | 'measures' | 'timeZone'>, at: Date): Promise<DigestText>
  /** Sends the digest of the last week that was over at `at`, once more than its schedule says. What fails is tried again later. */
  sendNow(digest: Digest, at: Date): Promise<DigestDelivery | null>
  /** Schedules what is due and sends what waits; answers how many it had in work. */
  runOnce(): Promise<number>
  /** Ends what is under way, to be sent by the next that runs. */
  stop(): void
}

export type DigestsOptions = {
  dataSource: DataSource
  analytics: AnalyticsStore
  key: Buffer
  publicUrl: () => string
  privateHosts: readonly string[]
  now: () => Date
  random: () => number
}

const AT_ONCE = 4

/** The weekly digests: what they say, when, and to whom. Several processes may run them on one store. */
export function createDigests(options: DigestsOptions): Digests {
  const { dataSource, analytics, now, publicUrl, privateHosts } = options
  const settings = createDigestSettings(options)
  const deliveries = createDigestDeliveries(options)
  const open = new Set<Outgoing>()
  let isStopped = false

  const preview: Digests['preview'] = async (input, at) => {
    const workspace = await readMeasureSettings({ dataSource })
    return writeDigest({ analytics, settings: workspace, publicUrl: publicUrl() }, await settings.questionOf(input), at)
  }

  async function weekAt(digest: Digest, at: Date) {
    const { weekStart } = await readSettings({ dataSource })
    return digestWeeks(at, digest.timeZone, weekStart).week
  }

  /** A week that was missed is sent late and once: the last that is over, not each. */
  async function scheduleDue(): Promise<void> {
    for (const digest of await settings.due()) {
      const asOf = now()
      await deliveries.schedule(digest, await weekAt(digest, asOf), asOf)
      await settings.moveOn(digest)
    }
  }

  async function bodyOf(delivery: ClaimedDelivery, digest: Digest): Promise<string> {
    if (delivery.body !== null) return delivery.body
    const body = digestMessage(webhookId(delivery), await preview(digest, new Date(delivery.asOf)))
    await deliveries.keepBody(delivery, body)
    return body
  }

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    const digest = await settings.find(delivery.digestId)
    if (!digest) return
    const body = await bodyOf(delivery, digest)
    const sending = { url: digest.url, secret: settings.secretOf(digest), id: webhookId(delivery), body, now: now(), privateHosts }
    let outgoing: Outgoing | undefined
    const sent = await sendSigned({ ...sending, onOpen: (opened) => open.add((outgoing = opened)) }).finally(() => outgoing && open.delete(outgoing))
    if (sent.kind === 'sent') return await deliveries.complete(delivery, sent.status)
    if (sent.kind === 'never') return await deliveries.giveUp(delivery, sent.reason, sent.status)
    if (isStopped) return await deliveries.release(delivery)
    await deliveries.putOff(delivery, sent.reason, { status: sent.status, notBefore: sent.retryAt })
  }

  /** A digest that cannot be written is put off like one that cannot be sent. */
  async function tryToDeliver(delivery: ClaimedDelivery): Promise<void> {
    try {
      await deliver(delivery)
    } catch (error) {
      await deliveries.putOff(delivery, error instanceof Error ? error.message : String(error))
      throw error
    }
  }

  return {
    settings,
    deliveries,
    preview,
    async sendNow(digest, at) {
      const delivery = await deliveries.begin(digest, await weekAt(digest, at), at)
      await tryToDeliver({ ...delivery, body: null })
      return deliveries.find(delivery.id)
    },
    async runOnce() {
      await scheduleDue()
      const claimed = await deliveries.claim(AT_ONCE)
      const done = await Promise.allSettled(claimed.map((delivery) => (isStopped ? deliveries.release(delivery) : tryToDeliver(delivery))))
      const failed = done.find((outcome) => outcome.status === 'rejected')
      if (failed) throw failed.reason
      return claimed.length
    },
    stop() {
      isStopped = true
      for (const outgoing of open) outgoing.close()
    },
  }
}

function webhookId({ id }: { id: string }): string {
  return `digest_${id}`
}
