export interface RecordedCorrection {
  id: string
  fact: string
  service?: string | null
  environment?: string | null
  fields: unknown
}

export interface FieldInForce {
  /** The correction that decides it. */
  correction: string
  fact: string
  name: string
  value: unknown
}

/** Of corrections, the latest first, the fields that hold: of each of a fact the last one counts, and null has given it back. */
export function fieldsInForce(corrections: readonly RecordedCorrection[]): FieldInForce[] {
  const decided = new Map<string, FieldInForce>()
  for (const { id, fact, service, environment, fields } of corrections) {
    for (const [name, value] of Object.entries(fields as Record<string, unknown>)) {
      const key = [fact, service ?? '', environment ?? '', name].join('\n')
      if (!decided.has(key)) decided.set(key, { correction: id, fact, name, value })
    }
  }
  return [...decided.values()].filter(({ value }) => value !== null)
}

export type Step = { fact: string; fields: Record<string, unknown> }

/** What takes a report out of a rollout: it stands apart, and nothing that a person said joins it any more. */
export function stepsOutOfRollout(part: string, corrections: readonly RecordedCorrection[]): Step[] {
  const joining = fieldsInForce(corrections).filter(({ name }) => name === 'mergeWith')
  const isJoinedByItself = joining.some(({ fact }) => fact === part)
  const others = joining.filter(({ fact, value }) => fact !== part && value === part)
  return [
    { fact: part, fields: { apart: true, ...(isJoinedByItself && { mergeWith: null }) } },
    ...others.map(({ fact }) => ({ fact, fields: { mergeWith: null } })),
  ]
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
