import type { EventInput, Normalised } from '../../result.js'
import { fieldsOf, textOf, type Cdevent } from '../payload.js'

const KUBERNETES_KIND = /^(?:service|deployment|daemonset|statefulset|replicaset|job|cronjob)s?\/(?=[^/]+$)/i
const WEB_ADDRESS = /^https?:\/\/\S+$/i

export function one(event: Cdevent, type: string, data: Record<string, unknown>): Normalised {
  return { events: [eventOf(event, type, data)] }
}

/** Fields that are undefined are left out. */
export function eventOf({ context }: Cdevent, type: string, data: Record<string, unknown>): EventInput {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
  return { id: context.id, source: context.source, type, time: context.timestamp, data: given }
}

export function nothing(why: string): Normalised {
  return { events: [], reason: `nothing to record, because ${why}` }
}

/** CDEvents of clusters say daemonset/myapp where other tools say myapp. */
export function serviceName(id: string): string {
  return id.trim().replace(KUBERNETES_KIND, '')
}

export function environmentOf({ subject }: Cdevent): string | undefined {
  return textOf(fieldsOf(subject.content.environment).id)
}

export function webAddress(text: string | undefined): string | undefined {
  return text && WEB_ADDRESS.test(text) ? text : undefined
}

/** Specification 0.3 says url where the later ones say uri. */
export function addressOf({ subject }: Cdevent): string | undefined {
  return webAddress(textOf(subject.content.uri)) ?? webAddress(textOf(subject.content.url))
}
