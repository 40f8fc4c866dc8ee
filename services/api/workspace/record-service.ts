import { randomUUID } from 'node:crypto'
import { In } from 'typeorm'
import { dropDeclaration, findDeclaration, keepDeclaration } from '../../workspace/declarations.js'
import { serviceEvent, withdrawalEvent } from '../../workspace/service-event.js'
import type { ServiceSpec } from '../../workspace/specs.js'
import { Service } from '../../store/control/entities/service.js'
import { recordOwnEvent, type Recording } from '../own-events.js'

/** Declares a service by an event, so that facts rest on events alone, and keeps what was declared to compare the next with. */
export async function recordService(runtime: Recording, name: string, spec: ServiceSpec, sender: string): Promise<void> {
  await declareAt(runtime, name, spec, { sender, time: await nextTime(runtime, [name]) })
}

/** Declares a service that takes the place of another, of which nothing that was declared is left. */
export async function recordRename(runtime: Recording, { from, to }: { from: string; to: string }, spec: ServiceSpec, sender: string): Promise<void> {
  const time = await nextTime(runtime, [from, to])
  await declareAt(runtime, to, spec, { sender, time })
  await withdrawAt(runtime, from, { sender, time })
}

type Said = { sender: string; time: Date }

async function declareAt(runtime: Recording, name: string, spec: ServiceSpec, { sender, time }: Said): Promise<void> {
  await recordOwnEvent(runtime, serviceEvent(name, spec, { id: randomUUID(), time }), sender)
  await keepDeclaration(runtime.control, { kind: 'Service', name, spec }, { declaredAt: time })
}

/** Whether it was declared. */
export async function withdrawService(runtime: Recording, name: string, sender: string): Promise<boolean> {
  return withdrawAt(runtime, name, { sender, time: await nextTime(runtime, [name]) })
}

async function withdrawAt(runtime: Recording, name: string, { sender, time }: Said): Promise<boolean> {
  if ((await findDeclaration(runtime.control, 'Service', name)) === null) return false
  await recordOwnEvent(runtime, withdrawalEvent(name, { id: randomUUID(), time }), sender)
  return dropDeclaration(runtime.control, 'Service', name)
}

/** Later than the declarations before, so that of two in one millisecond the second wins. */
async function nextTime({ control, now }: Recording, names: string[]): Promise<Date> {
  const rows = await control.dataSource.getRepository(Service).findBy({ id: In(names) })
  return new Date(Math.max(now().getTime(), ...rows.map(({ declaredAt }) => (declaredAt?.getTime() ?? 0) + 1)))
}

/** Without what kind of principal it is: `token:deploy-bot` is `deploy-bot`. */
export function senderOf(actor = ''): string {
  return actor.slice(actor.indexOf(':') + 1)
}
