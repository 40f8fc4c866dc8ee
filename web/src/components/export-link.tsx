import { type ExportParameters, exportPath } from '../lib/export-path.js'

interface ExportLinkProps {
  /** The name of the export, such as deployments. */
  list: string
  text?: string
  parameters: ExportParameters
}

/** A link to all of a list, as it is filtered, streamed by the server as CSV. */
export function ExportLink({ list, text = `All ${list} as CSV`, parameters }: ExportLinkProps) {
  return (
    <a
      className="no-print inline-flex min-h-9 items-center rounded-md px-2 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink"
      href={exportPath(list, parameters)}
      download={`${list}.csv`}
    >
      {text}
    </a>
  )
}
