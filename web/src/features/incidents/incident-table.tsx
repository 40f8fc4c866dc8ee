'use client'
import { Badge, toneOf } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import type { IncidentRowFragment } from '../../generated/graphql.js'
import { formatDuration, formatRatio, words } from '../../lib/formats.js'
import { CorrectIncident } from '../corrections/incident-correction.js'

/** On the page of one release, which is narrow, the services are left out. */
export function IncidentTable({ incidents, ofRelease = false }: { incidents: readonly IncidentRowFragment[]; ofRelease?: boolean }) {
  const shown = ofRelease ? columns.filter(({ name }) => name !== 'services') : columns
  return <DataTable caption="Incidents" columns={shown} rows={incidents} rowKey={({ id }) => id} />
}

const columns: ReadonlyArray<Column<IncidentRowFragment>> = [
  {
    name: 'title',
    header: 'Incident',
    cell: ({ id, title, url, severity }) => (
      <>
        <OutsideLink href={url}>{title ?? id}</OutsideLink>
        <span className="block text-xs text-muted">
          {id}
          {severity ? `, ${severity}` : ''}
        </span>
      </>
    ),
  },
  { name: 'status', header: 'Status', cell: ({ status }) => <Badge tone={toneOf(status)}>{words(status)}</Badge> },
  {
    name: 'services',
    header: 'Services',
    cell: ({ services }) =>
      services.map((service) => (
        <span key={service} className="mr-1.5">
          <ServiceLink id={service} />
        </span>
      )),
  },
  { name: 'detected', header: 'Detected', cell: ({ detectedAt, startedAt }) => <Instant at={detectedAt ?? startedAt} /> },
  { name: 'mitigated', header: 'Mitigated after', cell: (incident) => <Mitigated incident={incident} /> },
  { name: 'attribution', header: 'Blamed on', cell: ({ attribution }) => <Attributions attribution={attribution} /> },
  { name: 'correct', header: 'Correction', cell: (incident) => <CorrectIncident incident={incident} /> },
]

function Mitigated({ incident }: { incident: IncidentRowFragment }) {
  const { detectedAt, startedAt, mitigatedAt, mitigatedBy } = incident
  const began = detectedAt ?? startedAt
  if (!mitigatedAt) return <span className="text-muted">not yet</span>
  return (
    <span title={mitigatedBy ? `Known from: ${words(mitigatedBy)}` : undefined} className="tabular-nums">
      {began ? formatDuration((Date.parse(mitigatedAt) - Date.parse(began)) / 1000) : <Instant at={mitigatedAt} />}
    </span>
  )
}

export function Attributions({ attribution }: Pick<IncidentRowFragment, 'attribution'>) {
  if (attribution.length === 0) return <span className="text-muted">no release</span>
  return (
    <ul className="grid min-w-40 gap-1">
      {attribution.map(({ deployment, releaseId, method, confidence, reason }) => (
        <li key={deployment}>
          {releaseId ? <ReleaseLink id={releaseId} text={releaseId} /> : deployment}{' '}
          <span className="text-xs text-muted">
            {words(method)}, confidence {formatRatio(confidence)}
            {reason && `: ${reason}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
