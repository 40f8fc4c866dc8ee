/** A list that was typed with commas or line ends between. */
export function listOf(form: FormData, name: string): string[] {
  return textOf(form, name)
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}

export function numberOf(form: FormData, name: string): number {
  return Number(form.get(name))
}

/** `tier: field, field` on each line. */
export function readTiers(text: string): { tier: string; fields: string[] }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [tier = '', fields = ''] = line.split(/:(.*)/s)
      return {
        tier: tier.trim(),
        fields: fields
          .split(',')
          .map((field) => field.trim())
          .filter(Boolean),
      }
    })
}

export function writeTiers(tiers: readonly { tier: string; fields: readonly string[] }[]): string {
  return tiers.map(({ tier, fields }) => `${tier}: ${fields.join(', ')}`).join('\n')
}
