const problem = Symbol('undecodable')

/** Stands in a batch for an item that could not be read, so that the others keep their index. */
export interface UndecodableItem {
  [problem]: string
}

export function undecodable(message: string): UndecodableItem {
  return { [problem]: message }
}

/** Why an item of a batch could not be read, or undefined if it could. */
export function problemOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null ? (item as Partial<UndecodableItem>)[problem] : undefined
}
