/** Where the badge of a measure of a service is; 30 days are what it shows by default. */
export function badgePath(service: string, measure: string, days: number): string {
  return `/v1/badges/${escaped(service)}/${measure}.svg${days === 30 ? '' : `?days=${days}`}`
}

/** The badge in Markdown, as a link to the service's page here. */
export function badgeLine({
  origin,
  service,
  measure,
  title,
  days,
}: {
  origin: string
  service: string
  measure: string
  title: string
  days: number
}): string {
  return `[![${title}](${origin}${badgePath(service, measure, days)})](${origin}/service?id=${escaped(service)})`
}

/** Parentheses would end an address in Markdown. */
function escaped(service: string): string {
  return encodeURIComponent(service).replaceAll('(', '%28').replaceAll(')', '%29')
}
