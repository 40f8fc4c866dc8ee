import { suggestion } from '../domain/nearest.js'
import { type ConnectionSettings, type Integration, IntegrationError } from './integration.js'

/** Throws an IntegrationError on settings that the integration cannot read, and on what it would not look at: that is mostly misspelt. */
export function checkSettings({ readSettings }: Pick<Integration, 'readSettings'>, settings: ConnectionSettings): void {
  const looks: Look[] = []
  readSettings(watched(settings, '', looks))
  for (const { path, keys, asked } of looks) {
    const unknown = keys.find((key) => !asked.has(key))
    if (unknown === undefined) continue
    const known = suggestion(unknown, [...asked]) || `; known here: ${[...asked].join(', ')}`
    throw new IntegrationError('bad_settings', `In the settings of this connection: ${path}${unknown} is not known${known}`)
  }
}

/** An object that something was looked for in: its keys, and those that were asked for. */
type Look = { path: string; keys: string[]; asked: Set<string> }

/** The same value, which notes what is looked for in it and below it. */
function watched<T>(value: T, path: string, looks: Look[]): T {
  if (typeof value !== 'object' || value === null) return value
  const isList = Array.isArray(value)
  const asked = new Set<string>()
  const look = (key: string | symbol) => {
    if (isList || typeof key === 'symbol') return
    if (asked.size === 0) looks.push({ path, keys: Object.keys(value), asked })
    asked.add(key)
  }
  const pathOf = (key: string | symbol) => (isList ? `${path.slice(0, -1)}[${String(key)}].` : `${path}${String(key)}.`)
  return new Proxy(value, {
    getOwnPropertyDescriptor(target, key) {
      look(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    get(target, key) {
      look(key)
      return watched(Reflect.get(target, key) as unknown, pathOf(key), looks)
    },
  })
}
