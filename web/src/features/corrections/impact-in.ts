const AMOUNTS = ['customers', 'minutes', 'cost']

/** The impact that a filled form sets, as a whole; nothing where no amount was typed. */
export function impactIn(form: FormData): { impact?: Record<string, number | string> } {
  const typed = (name: string) => String(form.get(name) ?? '').trim()
  const amounts = AMOUNTS.filter((name) => typed(name) !== '').map((name) => [name, Number(typed(name))] as const)
  if (amounts.length === 0) return {}
  const currency = typed('currency')
  return { impact: { ...Object.fromEntries(amounts), ...(currency !== '' && { currency }) } }
}
