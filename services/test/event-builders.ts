import { contentHash, type CanonicalEvent, type EventType } from '../domain/event.js'

let serial = 0

type Overrides = { id?: string; source?: string; revision?: number; receivedAt?: string }

/** A canonical event with a fresh id, as stored; `time` may leave out the date, which is then 2026-11-02. */
export function event(type: EventType, time: string, data: Record<string, unknown>, overrides: Overrides = {}): CanonicalEvent {
  const at = new Date(time.includes('T') ? time : `2026-11-02T${time}Z`).toISOString()
  const revision = overrides.revision ?? 0
  serial += 1
  return {
    id: overrides.id ?? `event-${serial}`,
    source: overrides.source ?? 'ci/test',
    type,
    time: at,
    revision,
    data,
    receivedAt: overrides.receivedAt ?? at,
    contentHash: contentHash({ type, time: at, revision, data }),
    flags: [],
  } as unknown as CanonicalEvent
}

type Rollout = { deployment: string; version?: string; outcome?: string; service?: string; environment?: string } & Record<string, unknown>

/** The two events of a rollout: started, and finished unless the outcome is running. */
export function rollout(start: string, finish: string, fields: Rollout, overrides: Overrides = {}): CanonicalEvent[] {
  const { outcome = 'succeeded', ...rest } = { service: 'checkout', environment: 'production', ...fields }
  const started = event('deployment.started', start, rest, overrides)
  return outcome === 'running' ? [started] : [started, event('deployment.finished', finish, { ...rest, outcome }, overrides)]
}
