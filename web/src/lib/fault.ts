/** What is wrong with one field of a form. */
export interface Fault {
  field: string
  message: string
}

/** The field that a refusal is about: its message begins with the name, as in `source must be …` and `In the settings of …`. */
export function faultOf(error: Error | null, fields: readonly string[]): Fault | null {
  const message = error?.message ?? ''
  const field = /^(?:In the )?(\w+)/.exec(message)?.[1]
  return field !== undefined && fields.includes(field) ? { field, message } : null
}
