/** What a header says a body is: its type and its parameters, in small letters but for the parameters' values. */
export type MediaType = { type: string; parameters: ReadonlyMap<string, string> }

export function readMediaType(header: string | undefined): MediaType {
  const [type = '', ...rest] = (header ?? '').split(';').map((part) => part.trim())
  const parameters = rest.map((part): [string, string] => {
    const [name = '', value = ''] = part.split(/=(.*)/s)
    return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/s, '$1')]
  })
  return { type: type.toLowerCase(), parameters: new Map(parameters) }
}
