import type { DataSource } from 'typeorm'
import { VERIFIER_SOURCE } from '../domain/attestation.js'
import { Setting } from '../store/control/entities/setting.js'
import { noTrust, normaliseTrust, type AttestationTrust } from './trust.js'

const KEY = 'attestations'

/** Whom the workspace believes now. */
export async function loadTrust(dataSource: DataSource): Promise<AttestationTrust> {
  const setting = await dataSource.getRepository(Setting).findOneBy({ key: KEY })
  return { ...noTrust, ...(setting?.value as Partial<AttestationTrust> | undefined) }
}

/** Puts a checked configuration in force; the fields that are not given stay as they are. */
export async function saveTrust(dataSource: DataSource, changes: Partial<Omit<AttestationTrust, 'version'>>): Promise<AttestationTrust> {
  return await dataSource.transaction(async (manager) => {
    await manager.query('INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', [KEY, JSON.stringify(noTrust)])
    const setting = await manager.getRepository(Setting).findOneOrFail({ where: { key: KEY }, lock: { mode: 'pessimistic_write' } })
    const current = { ...noTrust, ...(setting.value as Partial<AttestationTrust>) }
    const value = normaliseTrust({ ...current, ...changes, version: current.version + 1 })
    await manager.getRepository(Setting).save({ key: KEY, value })
    return value
  })
}

/** Whether the verdicts of a source are believed: Windsock's own, and those of the sources that the workspace names. */
export function believedSources({ sources }: AttestationTrust): (source: string) => boolean {
  const names = new Set([VERIFIER_SOURCE, ...sources.map(({ source }) => source)])
  return (source) => names.has(source)
}

/** What counts for more if a trusted source says it. */
const BELIEVED = ['artifact.attested', 'approval.decided']

export function isBelieved({ type }: { type: string }): boolean {
  return BELIEVED.includes(type)
}

/** Why a sender may not say this event, or null. What is said under a trusted source must come from its own senders. */
export function forbiddenSource(
  event: { type: string; source: string },
  sender: string,
  { sources }: Pick<AttestationTrust, 'sources'>,
): string | null {
  const said = event.source.trim()
  if (said === VERIFIER_SOURCE) return `The source ${VERIFIER_SOURCE} is Windsock's own; post the document itself to /v1/attestations.`
  if (!isBelieved(event)) return null
  const rule = sources.find(({ source }) => source === said)
  if (!rule || rule.senders.includes(sender)) return null
  return `Only ${rule.senders.join(', ')} may send ${event.type} events under the source ${rule.source}.`
}
