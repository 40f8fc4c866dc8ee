import { type ExportParameters, exportPath } from '../lib/export-path.js'
import type { MetricChoices } from '../lib/metric-choices.js'

interface ExportLinkProps {
  /** The name of the export, such as deployments. */
  list: string
  text?: string
  parameters: ExportParameters
  choices?: MetricChoices
}

/** A link to all of a list, as it is filtered, as CSV from the server. */
export function ExportLink({ list, text = `All ${list} as CSV`, parameters, choices }: ExportLinkProps) {
  return (
    <a
      className="no-print inline-flex min-h-9 items-center rounded-md px-2 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink"
      href={exportPath(list, parameters, choices)}
      download={`${list}.csv`}
    >
      {text}
    </a>
  )
}
