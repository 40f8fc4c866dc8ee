'use client'
import { GraphiQL } from 'graphiql'
import 'graphiql/style.css'
import { useEffect, useRef, useState } from 'react'
import { useDarkness } from './use-darkness.js'

async function fetcher(question: object) {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-windsock-csrf': '1' },
    body: JSON.stringify(question),
  })
  return response.json()
}

const opening = `# Ctrl-Space completes, Ctrl-Enter runs.
query Measures($from: DateTime!, $to: DateTime!) {
  metrics(
    keys: [deployment_frequency, change_lead_time]
    window: { from: $from, to: $to, timeZone: "UTC" }
  ) {
    key
    definition { title summary }
    groups {
      total { value unit n low high }
    }
  }
}
`

const day = 86_400_000

function openingVariables(): string {
  const now = Date.now()
  return JSON.stringify({ from: new Date(now - 30 * day).toISOString(), to: new Date(now).toISOString() }, null, 2)
}

export function Explorer() {
  const frame = useRef<HTMLDivElement>(null)
  const dark = useDarkness()
  const [variables] = useState(openingVariables)
  useEffect(() => {
    if (!frame.current) return
    const observer = new MutationObserver(() => frame.current && nameEditors(frame.current))
    observer.observe(frame.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className="explorer h-[75vh] min-h-[32rem] overflow-hidden rounded-lg border border-edge">
      <GraphiQL fetcher={fetcher} defaultQuery={opening} variables={variables} forcedTheme={dark ? 'dark' : 'light'} />
    </div>
  )
}

const editorNames = [
  ['.graphiql-query-editor', 'Query'],
  ['.graphiql-editor-tool .graphiql-editor:nth-child(1)', 'Variables'],
  ['.graphiql-editor-tool .graphiql-editor:nth-child(2)', 'Headers'],
  ['.result-window', 'Answer'],
] as const

/** CodeMirror leaves its fields without names, and its scrolled parts out of the reach of a keyboard. */
function nameEditors(frame: HTMLElement): void {
  for (const [selector, name] of editorNames) {
    for (const field of frame.querySelectorAll(`${selector} textarea:not([aria-label])`)) field.setAttribute('aria-label', name)
  }
  for (const scroller of frame.querySelectorAll('.CodeMirror-scroll[tabindex="-1"]')) scroller.setAttribute('tabindex', '0')
}
