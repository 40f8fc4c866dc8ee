export interface IncidentInput {
  id: string
  title?: string | null
  severity?: string | null
  startedAt?: string | null
  detectedAt?: string | null
}

export interface IncidentMark {
  id: string
  label: string
  /** Epoch milliseconds. */
  at: number
}

/** Where incidents stand on the time axis: when they started, else when they were detected. */
export function prepareMarks(incidents: readonly IncidentInput[], domain: readonly [number, number]): IncidentMark[] {
  return incidents
    .flatMap((incident) => {
      const began = incident.startedAt ?? incident.detectedAt
      const label = [incident.severity, incident.title ?? incident.id].filter(Boolean).join(': ')
      return began ? [{ id: incident.id, label, at: Date.parse(began) }] : []
    })
    .filter(({ at }) => at >= domain[0] && at < domain[1])
    .sort((one, other) => one.at - other.at || one.id.localeCompare(other.id))
}
