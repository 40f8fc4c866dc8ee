export interface RecordedCorrection {
  at: string
  fields: unknown
}

/** Of corrections, the latest first, the fields that hold: of each the last one counts, and null has given it back. */
export function fieldsInForce(corrections: readonly RecordedCorrection[]): ReadonlyMap<string, unknown> {
  const decided = new Map<string, unknown>()
  for (const { fields } of corrections)
    for (const [name, value] of Object.entries(fields as Record<string, unknown>)) if (!decided.has(name)) decided.set(name, value)
  return new Map([...decided].filter(([, value]) => value !== null))
}

/** What a form sets anew: what was left empty or as it stood is not sent. */
export function changedFields(form: FormData, stood: Readonly<Record<string, string>>, flags: readonly string[] = []): Record<string, unknown> {
  const typed = Object.keys(stood).map((name) => [name, String(form.get(name) ?? '').trim()] as const)
  const changed = typed.filter(([name, value]) => value !== '' && value !== stood[name])
  return Object.fromEntries([...changed, ...flags.filter((name) => form.get(name) === 'on').map((name) => [name, true] as const)])
}

/** An instant as a form holds it; empty where none is known. */
export function typedInstant(at: string | null | undefined): string {
  return at?.replace('.000Z', 'Z') ?? ''
}
