import { engineZone } from '../calendar/engine-zone.js'
import type { Fragment } from '../measure.js'
import type { BusinessHours } from '../options.js'

const LONGEST_DAYS = 3660

/** Milliseconds between two instants that lie in business hours, as SQL; null where an instant is missing. */
export function businessMilliseconds(from: string, to: string, { timeZone, days, from: opens, to: closes, holidays }: BusinessHours): Fragment {
  const zone = '{businessZone:String}'
  const local = (instant: string) => `toDate(toTimeZone(assumeNotNull(${instant}), ${zone}))`
  const at = (time: string) => `toUnixTimestamp(toDateTime(concat(toString(day), ' ', {${time}:String}, ':00'), ${zone})) * 1000`
  const millis = (instant: string) => `toUnixTimestamp64Milli(assumeNotNull(${instant}))`
  const everyDay = `arrayMap(offset -> ${local(from)} + offset, range(toUInt32(least(${LONGEST_DAYS}, greatest(0, ${local(to)} - ${local(from)} + 1)))))`
  const working = `arrayFilter(day -> has({businessDays:Array(UInt8)}, toDayOfWeek(day)) AND NOT has({holidays:Array(String)}, toString(day)), ${everyDay})`
  const overlap = `toInt64(greatest(0, least(${millis(to)}, ${at('closes')}) - greatest(${millis(from)}, ${at('opens')})))`
  return {
    sql: `if(isNull(${from}) OR isNull(${to}), NULL, arraySum(day -> ${overlap}, ${working}))`,
    params: { businessZone: engineZone(timeZone), businessDays: days, opens, closes, holidays },
  }
}
