interface ExportLinkProps {
  facts: 'deployments' | 'incidents'
  window: { from: string; to: string }
  scope: { teams?: readonly string[] | null; services?: readonly string[] | null; environments?: readonly string[] | null }
}

/** A link to every fact of a kind in the window and the scope, streamed by the server as CSV. */
export function ExportLink({ facts, window, scope }: ExportLinkProps) {
  const search = new URLSearchParams({ from: window.from, to: window.to })
  for (const name of ['teams', 'services', 'environments'] as const) {
    const chosen = scope[name]
    if (chosen && chosen.length > 0) search.set(name, chosen.join(','))
  }
  return (
    <a
      className="no-print inline-flex min-h-9 items-center rounded-md px-2 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink"
      href={`/v1/export/${facts}.csv?${search}`}
      download={`${facts}.csv`}
    >
      All {facts} as CSV
    </a>
  )
}
