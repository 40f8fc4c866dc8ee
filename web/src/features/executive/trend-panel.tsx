'use client'
import { Download, LineChart, Table2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { prepareMarks } from '../../charts/prepare/marks.js'
import { prepareTrend } from '../../charts/prepare/trend.js'
import { Button } from '../../components/button.js'
import { EmptyState } from '../../components/empty-state.js'
import { Panel } from '../../components/panel.js'
import { Skeleton, TableSkeleton } from '../../components/skeleton.js'
import type { Interval, MetricKey } from '../../generated/graphql.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { totalEvidence, writeEvidence } from '../../lib/evidence-link.js'
import type { ResolvedWindow } from '../../lib/filters.js'
import { useUrlState } from '../../lib/url-state.js'
import { TrendLegend } from './trend-legend.js'
import type { MarkedIncident } from './use-incident-marks.js'
import type { Measure } from './use-measures.js'

/** What a measure without any value waits for. */
const fillingEvents: Record<MetricKey, string> = {
  deployment_frequency: 'deployment.finished',
  change_lead_time: 'change.committed',
  change_failure_rate: 'deployment.finished',
  time_to_mitigate: 'incident.mitigated',
  release_incidents: 'incident.detected',
  failed_deployment_recovery_time: 'deployment.finished',
  deployment_rework_rate: 'deployment.finished',
  time_to_rollback: 'rollback.decided',
  approval_lead_time: 'approval.decided',
  sli_validation_pass_rate: 'test.finished',
  provenance_completeness: 'artifact.attested',
  post_deploy_sli_change: 'sli.sampled',
  slo_attainment: 'sli.sampled',
}

const TrendChart = dynamic(() => import('../../charts/draw/trend-chart.js').then((module) => module.TrendChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[14.5rem] w-full" />,
})

const BucketTable = dynamic(() => import('./bucket-table.js').then((module) => module.BucketTable), {
  ssr: false,
  loading: () => <TableSkeleton rows={6} />,
})

interface TrendPanelProps {
  measure: Measure
  incidents: readonly MarkedIncident[]
  window: ResolvedWindow
  interval: Interval
  zone: string
  service?: string
  className?: string
}

export function TrendPanel({ measure, incidents, window, interval, zone, service, className }: TrendPanelProps) {
  const [asTable, setAsTable] = useState(false)
  const { push } = useUrlState()
  const { definition } = measure
  const series = measure.groups[0]?.series
  const trend = useMemo(
    () => prepareTrend({ unit: definition.unit, buckets: series ?? [], targets: definition.targets, window }),
    [definition, series, window],
  )
  const marks = useMemo(() => prepareMarks(incidents, trend.domain), [incidents, trend])
  const target = { ...totalEvidence(measure.key), service: service ?? null }

  function saveCsv() {
    const rows = (series ?? []).map(({ from, to, partial, immature, value }) => [
      from,
      to,
      value.value,
      value.low,
      value.high,
      value.n,
      String(partial),
      String(immature),
    ])
    downloadCsv(`${measure.key}.csv`, toCsv(['from', 'to', 'value', 'low', 'high', 'n', 'partial', 'immature'], rows))
  }

  return (
    <Panel
      className={className}
      title={definition.title}
      note={definition.summary}
      actions={
        <>
          <Button look="quiet" className="px-2" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? <LineChart size={15} aria-hidden /> : <Table2 size={15} aria-hidden />} {asTable ? 'Chart' : 'Table'}
          </Button>
          <Button look="quiet" className="px-2" onClick={saveCsv} aria-label={`Download ${definition.title} as CSV`}>
            <Download size={15} aria-hidden /> CSV
          </Button>
        </>
      }
    >
      <div className="min-h-[16.75rem]">
        {asTable ? (
          <BucketTable title={definition.title} unit={definition.unit} buckets={series ?? []} target={target} zone={zone} interval={interval} />
        ) : trend.hasValues ? (
          <>
            <TrendChart
              trend={trend}
              marks={marks}
              zone={zone}
              interval={interval}
              title={definition.title}
              onOpen={(point) => push((search) => writeEvidence(search, { ...target, from: point.from, to: point.to }))}
            />
            <TrendLegend trend={trend} marks={marks.length} />
          </>
        ) : (
          <EmptyState title="No value in any part of this window" eventType={fillingEvents[measure.key]} />
        )}
      </div>
    </Panel>
  )
}
