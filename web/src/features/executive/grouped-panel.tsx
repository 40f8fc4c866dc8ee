'use client'
import dynamic from 'next/dynamic'
import { Panel } from '../../components/panel.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { groupings } from '../../lib/filters.js'
import { words } from '../../lib/formats.js'
import { CountedAs } from '../filters/counted-as.js'
import { useFilters } from '../filters/use-filters.js'

const GroupedTable = dynamic(() => import('./grouped-table.js').then((module) => module.GroupedTable), {
  ssr: false,
  loading: () => <TableSkeleton rows={5} />,
})

export function GroupedPanel() {
  const { filters, change } = useFilters()
  return (
    <Panel
      title={filters.groupBy ? `By ${words(filters.groupBy)}` : 'Side by side'}
      note={filters.groupBy === 'REGION' ? 'One deployment may count in several regions, so they may sum to more than the total.' : undefined}
      actions={
        <>
          <CountedAs />
          <label className="field inline-flex items-center gap-1.5">
            <span className="text-xs text-muted">Group by</span>
            <select
              className="cursor-pointer bg-transparent"
              value={filters.groupBy ?? ''}
              onChange={(event) => change({ groupBy: groupings.find((known) => known === event.target.value) ?? null })}
            >
              <option value="">nothing</option>
              {groupings.map((dimension) => (
                <option key={dimension} value={dimension}>
                  {words(dimension)}
                </option>
              ))}
            </select>
          </label>
        </>
      }
    >
      {filters.groupBy ? (
        <GroupedTable groupBy={filters.groupBy} />
      ) : (
        <p className="py-2 text-sm text-muted">
          Choose what to group by, to see teams, services, kinds of deployment, approver groups or risks beside each other.
        </p>
      )}
    </Panel>
  )
}
