import type { Presets } from './mapping.js'

/** How to connect a sender that is read by a mapping, in Markdown. */
export function setupOf(url: string, presets: Presets, constants: Readonly<Record<string, string>>): string {
  const [preset] = Object.keys(presets)
  return `1. Let the sender post JSON to

   \`\`\`
   ${url}
   \`\`\`

2. Give it the secret of this connection: in the header \`X-Windsock-Token\`, or as a signature. Without it nothing is accepted.
3. Say in the settings of this connection how to read what it sends: by a preset (${Object.keys(presets).join(', ')}) or by a mapping. **Deliveries → Try a mapping** tries one on a payload.

\`\`\`json
${JSON.stringify({ preset, constants }, null, 2)}
\`\`\`

Try it:

\`\`\`sh
curl -sS "${url}" -H "X-Windsock-Token: $SECRET" -H 'Content-Type: application/json' -d @payload.json
\`\`\`
`
}
