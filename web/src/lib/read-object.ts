/** An object from a text in JSON or YAML, empty for a blank one. What cannot be read is an error that begins with the name of its field. */
export async function readObject(field: string, text: string): Promise<Record<string, unknown>> {
  const value = (await readText(field, text)) ?? {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${field} must be an object, with names and values.`)
  return value as Record<string, unknown>
}

/** An object as the text to begin with; blank where it says nothing. */
export function objectText(value: unknown): string {
  return Object.keys(value ?? {}).length === 0 ? '' : JSON.stringify(value, null, 2)
}

async function readText(field: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown
  } catch {
    const { parse } = await import('yaml')
    try {
      return parse(text) as unknown
    } catch (error) {
      throw new Error(`${field} cannot be read as JSON or YAML: ${firstLine((error as Error).message)}`, { cause: error })
    }
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '.') ?? ''
}
