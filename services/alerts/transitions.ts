import type { Condition } from './condition.js'

export type AlertState = 'pending' | 'firing' | 'acknowledged' | 'resolved'

/** What is known of an alert that is not over. Times are epoch milliseconds. */
export type OpenAlert = { id: string; key: string; state: Exclude<AlertState, 'resolved'>; pendingSince: number }

export type Transition =
  | { kind: 'open'; condition: Condition; state: 'pending' | 'firing' }
  | { kind: 'fire'; alert: OpenAlert; condition: Condition }
  | { kind: 'keep'; alert: OpenAlert; condition: Condition }
  /** It was told, and is over. */
  | { kind: 'resolve'; alert: OpenAlert }
  /** It never held long enough to be told. */
  | { kind: 'drop'; alert: OpenAlert }

/** What becomes of alerts at one look, from what is open and what holds. Each key has one outcome. */
export function transitions(open: readonly OpenAlert[], conditions: readonly Condition[], at: number): Transition[] {
  const byKey = new Map(open.map((alert) => [alert.key, alert]))
  const held = new Map(conditions.map((condition) => [condition.key, condition]))
  const going = [...held.values()].map((condition): Transition => {
    const alert = byKey.get(condition.key)
    const forMs = condition.forSeconds * 1000
    if (!alert) return { kind: 'open', condition, state: forMs > 0 ? 'pending' : 'firing' }
    return { kind: alert.state === 'pending' && at - alert.pendingSince >= forMs ? 'fire' : 'keep', alert, condition }
  })
  const over = open.filter(({ key }) => !held.has(key)).map((alert): Transition => ({ kind: alert.state === 'pending' ? 'drop' : 'resolve', alert }))
  return [...going, ...over]
}
