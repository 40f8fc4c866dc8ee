'use client'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { BenchmarksQuery, MetricKey } from '../../generated/graphql.js'
import { sentence } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { benchmarksDocument } from './queries.js'

type Edition = BenchmarksQuery['benchmarks'][number]
type Cluster = Edition['clusters'][number]

export function BenchmarksPanel() {
  const query = useApi(benchmarksDocument, {})
  const [chosen, setChosen] = useState('2024')
  const editions = query.data?.benchmarks ?? []
  return (
    <Panel
      title="What a level is read from"
      note="The clusters of the State of DevOps reports. Each year’s were found anew in that year’s answers, so a level never stands without its edition, and each measure is placed by itself."
      actions={
        <label className="field inline-flex items-center gap-1.5">
          <span className="text-xs text-muted">Report</span>
          <select className="cursor-pointer bg-transparent" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {editions.map(({ edition }) => (
              <option key={edition}>{edition}</option>
            ))}
          </select>
        </label>
      }
    >
      <QueryView query={query} what="The benchmarks" skeleton={<TableSkeleton rows={4} />}>
        {({ benchmarks }) => {
          const edition = benchmarks.find((each) => each.edition === chosen)
          return edition ? <OneEdition {...edition} /> : null
        }}
      </QueryView>
    </Panel>
  )
}

function OneEdition({ clusters, source, edition }: Edition) {
  return (
    <>
      {clusters.length > 0 ? (
        <DataTable caption={`Clusters of ${edition}`} columns={columns} rows={clusters} rowKey={({ name }) => name} />
      ) : (
        <p className="text-sm">This report has no such clusters, so no value has a level in it. Its quick check gives a score instead.</p>
      )}
      <p className="mt-3 text-xs text-muted">
        <a className="link" href={source.url} rel="noreferrer">
          {source.report}
        </a>
        , {source.publisher}, {source.year}. {source.place}. {source.verified}
      </p>
    </>
  )
}

const columns: ReadonlyArray<Column<Cluster>> = [
  { name: 'cluster', header: 'Cluster', cell: ({ name }) => <span className="font-medium">{sentence(name)}</span> },
  band('deployment_frequency', 'Deployment frequency'),
  band('change_lead_time', 'Lead time for changes'),
  band('change_failure_rate', 'Change failure rate'),
  band('failed_deployment_recovery_time', 'Recovery'),
]

function band(key: MetricKey, header: string): Column<Cluster> {
  return { name: key, header, cell: ({ bands }) => bands.find((each) => each.key === key)?.text ?? '—' }
}
