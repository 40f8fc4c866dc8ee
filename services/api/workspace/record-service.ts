import { randomUUID } from 'node:crypto'
import { dropDeclaration, findDeclaration, keepDeclaration } from '../../workspace/declarations.js'
import { serviceEvent, withdrawalEvent } from '../../workspace/service-event.js'
import type { ServiceSpec } from '../../workspace/specs.js'
import { Service } from '../../store/control/entities/service.js'
import { recordOwnEvent, type Recording } from '../own-events.js'

/** Declares a service by an event, so that facts rest on events alone, and keeps what was declared to compare the next with. */
export async function recordService(runtime: Recording, name: string, spec: ServiceSpec, sender: string): Promise<void> {
  const time = await nextTime(runtime, name)
  await recordOwnEvent(runtime, serviceEvent(name, spec, { id: randomUUID(), time }), sender)
  await keepDeclaration(runtime.control, { kind: 'Service', name, spec }, { declaredAt: time })
}

/** Whether it was declared. */
export async function withdrawService(runtime: Recording, name: string, sender: string): Promise<boolean> {
  if ((await findDeclaration(runtime.control, 'Service', name)) === null) return false
  await recordOwnEvent(runtime, withdrawalEvent(name, { id: randomUUID(), time: await nextTime(runtime, name) }), sender)
  return dropDeclaration(runtime.control, 'Service', name)
}

/** Later than the declaration before, so that of two in one millisecond the second wins. */
async function nextTime({ control, now }: Recording, name: string): Promise<Date> {
  const row = await control.dataSource.getRepository(Service).findOneBy({ id: name })
  return new Date(Math.max(now().getTime(), (row?.declaredAt?.getTime() ?? 0) + 1))
}

/** Without what kind of principal it is: `token:deploy-bot` is `deploy-bot`. */
export function senderOf(actor = ''): string {
  return actor.slice(actor.indexOf(':') + 1)
}
