'use client'
import { EmptyState } from '../../components/empty-state.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { useApi } from '../../lib/use-api.js'
import { FilterBar } from '../filters/filter-bar.js'
import { useFilters } from '../filters/use-filters.js'
import { GroupedPanel } from './grouped-panel.js'
import { KnownAnswersPanel } from './known-answers-panel.js'
import { MeasureCards } from './measure-cards.js'
import { knownAnswersDocument } from './queries.js'
import { CardsSkeleton, TrendsSkeleton } from './skeletons.js'
import { TrendPanel } from './trend-panel.js'
import { useIncidentMarks } from './use-incident-marks.js'
import { useMeasures } from './use-measures.js'

export function ExecutivePage() {
  const { filters, window, interval, scope } = useFilters()
  const query = useMeasures(scope)
  const incidents = useIncidentMarks(scope)
  // What stands below waits until the room that the known answers take is known, so that nothing moves.
  const known = useApi(knownAnswersDocument, {})
  const isEmpty = query.data?.metrics.every(isWithoutData) ?? false
  return (
    <>
      <FilterBar />
      <PageHeading title="Are we faster, and are we safer?">Each number opens the records it was counted from, and those it left out.</PageHeading>
      <div className="grid gap-5">
        <QueryView query={query} what="The measures" skeleton={<CardsSkeleton />} isEmpty={() => isEmpty} empty={<NothingYet />}>
          {({ metrics }) => <MeasureCards metrics={metrics} scope={scope} />}
        </QueryView>
        <KnownAnswersPanel answers={known.data?.knownAnswers ?? []} />
        {known.isPending || isEmpty || (query.error && !query.data) ? null : (
          <QueryView query={query} what="The trends" skeleton={<TrendsSkeleton />}>
            {({ metrics }) => (
              <div className="grid gap-5 xl:grid-cols-2">
                {metrics.map((measure) => (
                  <TrendPanel
                    key={measure.key}
                    className="xl:last:odd:col-span-2"
                    measure={measure}
                    incidents={incidents}
                    window={window}
                    interval={interval}
                    zone={filters.zone}
                  />
                ))}
              </div>
            )}
          </QueryView>
        )}
        {!known.isPending && !isEmpty && <GroupedPanel />}
      </div>
    </>
  )
}

interface Counted {
  groups: ReadonlyArray<{ total: { value?: number | null; n: number; excluded: readonly unknown[] } }>
}

function isWithoutData(measure: Counted): boolean {
  return measure.groups.every(({ total }) => total.n === 0 && total.excluded.length === 0 && (total.value === null || total.value === undefined))
}

function NothingYet() {
  return (
    <Panel title="No event of this scope has arrived">
      <EmptyState title="The measures begin with the first deployment" eventType="deployment.finished">
        Widen the window or the filters if you expected numbers here. To see your own history at once, run{' '}
        <code className="font-mono text-ink">npm run windsock -- import git .</code> in a checkout.
      </EmptyState>
    </Panel>
  )
}
