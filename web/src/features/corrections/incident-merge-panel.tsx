'use client'
import { type FormEvent, useState } from 'react'
import { Badge, toneOf } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { IncidentMergePreviewQuery } from '../../generated/graphql.js'
import { formatCount, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'
import { incidentMergePreviewDocument } from './queries.js'

type Preview = IncidentMergePreviewQuery['incidentMergePreview']

/** Which incidents of several sources are one, now or under a rule that is only tried. */
export function IncidentMergePanel({ id }: { id: string }) {
  const [rule, setRule] = useState<{ minutes?: number } | null>(null)
  const query = useApi(incidentMergePreviewDocument, { service: id, ...rule }, { enabled: rule !== null, keepPrevious: true })
  function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const minutes = textOf(new FormData(event.currentTarget), 'minutes')
    setRule(minutes === '' ? {} : { minutes: Number(minutes) })
  }
  return (
    <Panel
      title="Reports of one incident"
      note="What several sources report of the same services and environment, each soon after another that is open, counts once if the workspace says so. Trying a rule changes nothing: it is saved under Settings."
    >
      <form onSubmit={preview} className="no-print grid items-end gap-3 py-2 text-sm sm:grid-cols-[1fr_auto]">
        <Field label="Detected within, in minutes" hint="empty: as now; 0 joins none">
          <input name="minutes" type="number" min={0} max={1440} step="any" className="field" />
        </Field>
        <Button type="submit">Try this rule</Button>
      </form>
      {rule && (
        <QueryView query={query} what="The preview" skeleton={<TableSkeleton rows={3} />}>
          {({ incidentMergePreview }) => <Outcome preview={incidentMergePreview} />}
        </QueryView>
      )}
    </Panel>
  )
}

function Outcome({ preview: { incidentsNow, incidents, joined } }: { preview: Preview }) {
  return (
    <>
      <p role="status" className="py-2 text-sm">
        {`${formatCount(incidents)} incidents${incidents === incidentsNow ? ', as now.' : ` under this rule, ${formatCount(incidentsNow)} now.`}`}{' '}
        {joined.length === 0 && 'None was reported by more than one source.'}
      </p>
      {joined.length > 0 && <DataTable caption="Incidents with several reports" columns={columns} rows={joined} rowKey={({ id }) => id} />}
    </>
  )
}

const columns: ReadonlyArray<Column<Preview['joined'][number]>> = [
  { name: 'incident', header: 'Incident', cell: ({ title, id }) => title ?? id },
  { name: 'environment', header: 'Environment', cell: ({ environment }) => environment ?? '—' },
  { name: 'status', header: 'Status', cell: ({ status }) => <Badge tone={toneOf(status)}>{words(status)}</Badge> },
  { name: 'detected', header: 'Detected', cell: ({ detectedAt }) => (detectedAt ? <Instant at={detectedAt} /> : '—') },
  {
    name: 'parts',
    header: 'Reported as',
    cell: ({ parts, newlyJoined }) => (
      <span className="inline-flex flex-wrap items-center gap-1">
        {parts.map(({ source, incident }) => `${source}: ${incident}`).join(', ')}
        {newlyJoined && <Badge tone="warn">not joined now</Badge>}
      </span>
    ),
  },
]
