import type { DataSource } from 'typeorm'
import { AlertMessage, AlertRoute } from '../store/control/entities/alert.js'
import { openSecret, sealSecret } from '../store/control/secrets.js'
import type { RouteSettings } from './routes/contract.js'
import { settingsProblem } from './routes/contract.js'
import { findRoute } from './routes/index.js'
import { SEAL_PURPOSE } from './sender.js'

/** A route as it is set; secrets that are left out keep their values. */
export type RouteInput = Pick<AlertRoute, 'name' | 'sink' | 'severities' | 'teams' | 'mostPerHour' | 'quiet' | 'fallbackId' | 'enabled'> & {
  settings: RouteSettings
}

export class RouteRefused extends Error {
  override readonly name = 'RouteRefused'
}

const MOST_NAME = 100

/** Where alerts go, with their addresses and secrets sealed. */
export function createRouteSettings({ dataSource, key, now }: { dataSource: DataSource; key: Buffer; now: () => Date }) {
  const routes = dataSource.getRepository(AlertRoute)

  function open({ settingsSealed }: AlertRoute): RouteSettings {
    return JSON.parse(openSecret(key, settingsSealed, SEAL_PURPOSE)) as RouteSettings
  }

  async function save(id: string | null, { settings, ...input }: RouteInput, by: string): Promise<AlertRoute> {
    const known = id === null ? null : await routes.findOneBy({ id })
    if (id !== null && !known) throw new RouteRefused('There is no such route.')
    const whole = { ...(known && known.sink === input.sink ? open(known) : {}), ...settings }
    const problem = await faultOf(input, whole, id)
    if (problem !== null) throw new RouteRefused(problem)
    const settingsSealed = sealSecret(key, JSON.stringify(whole), SEAL_PURPOSE)
    return await routes.save(routes.create({ ...(known ?? { createdBy: by, createdAt: now() }), ...input, settingsSealed }))
  }

  async function faultOf(
    { name, sink, mostPerHour, quiet, fallbackId }: Omit<RouteInput, 'settings'>,
    settings: RouteSettings,
    id: string | null,
  ): Promise<string | null> {
    const kind = findRoute(sink)
    if (!kind) return `There is no kind of route named ${sink}.`
    if (name.trim() === '' || name.length > MOST_NAME) return `A name has from 1 to ${MOST_NAME} characters.`
    const namesake = await routes.findOneBy({ name })
    if (namesake && namesake.id !== id) return `Another route is named ${name}.`
    if (!Number.isInteger(mostPerHour) || mostPerHour < 1) return 'At least one message an hour must be let through.'
    if (quiet && ![quiet.fromHour, quiet.toHour].every((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 23)) return 'Hours are from 0 to 23.'
    if (quiet && !isZone(quiet.timeZone)) return `${quiet.timeZone} is no time zone.`
    if (fallbackId !== null && (fallbackId === id || !(await routes.existsBy({ id: fallbackId }))))
      return 'The fallback is another route that is there.'
    const unknown = Object.keys(settings).find((field) => !kind.fields.some((known) => known.name === field))
    return unknown === undefined ? settingsProblem(kind.fields, settings) : `A route to ${kind.title} has no field ${unknown}.`
  }

  /** The log keeps what it was told, and by which name; what waits for it is not sent. */
  async function remove(id: string): Promise<boolean> {
    return await dataSource.transaction(async (manager) => {
      const route = await manager.getRepository(AlertRoute).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!route) return false
      await manager.query(
        `UPDATE alert_messages SET state = 'dead', error = 'The route was removed.', finished_at = $2, lease_until = NULL, leased_by = NULL
         WHERE route_id = $1 AND state IN ('pending', 'leased')`,
        [id, now()],
      )
      await manager.getRepository(AlertMessage).update({ routeId: id }, { removedRoute: { name: route.name, sink: route.sink } })
      await manager.getRepository(AlertRoute).delete({ id })
      return true
    })
  }

  return {
    list: () => routes.find({ order: { name: 'ASC' } }),
    find: (id: string) => routes.findOneBy({ id }),
    save,
    remove,
    /** What may be shown: values of fields that are no secrets, and which secrets there are. */
    shown(route: AlertRoute): { name: string; value: string | null; set: boolean }[] {
      const settings = open(route)
      return (findRoute(route.sink)?.fields ?? []).map(({ name, secret }) => ({
        name,
        value: secret ? null : (settings[name] ?? null),
        set: (settings[name] ?? '') !== '',
      }))
    },
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
