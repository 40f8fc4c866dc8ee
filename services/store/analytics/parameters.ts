/** Parameters in the form both engines read: each Date, at any depth of arrays, as UTC text to the millisecond. */
export function toParameters(params: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, toParameter(value)]))
}

function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter)
  if (value instanceof Date) return toUtcText(value)
  return value
}

// Whole seconds go without a fraction, which a plain DateTime would refuse.
function toUtcText(time: Date): string {
  if (Number.isNaN(time.getTime())) throw new TypeError('An invalid Date cannot be a parameter')
  return time
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '')
}
