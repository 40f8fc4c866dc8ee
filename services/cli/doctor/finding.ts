/** `missing` keeps Windsock from working, `warning` keeps it from working well. */
export interface Finding {
  what: string
  state: 'ok' | 'warning' | 'missing'
  /** A clause without a full stop. */
  found: string
  /** A sentence; absent where all is well. */
  todo?: string
}
