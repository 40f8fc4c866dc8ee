'use client'
import { Drawer } from '../../components/drawer.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { MeasuredFragment, ProfileDifferencesQuery } from '../../generated/graphql.js'
import { formatCount, formatInstant, formatValue, words } from '../../lib/formats.js'
import { optionLabel, optionValueTitle } from '../../lib/metric-choices.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { RecordLink } from '../evidence/evidence-rows.js'
import { useCountedAs } from '../filters/use-counted-as.js'
import { useFilters } from '../filters/use-filters.js'
import { type DifferenceTarget, writeDifference } from './difference-link.js'
import { differenceDocument } from './queries.js'

type Difference = ProfileDifferencesQuery['profileDifference']
type DifferingRecord = Difference['edges'][number]['node']

export function DifferenceDrawer({ target }: { target: DifferenceTarget }) {
  const { push } = useUrlState()
  const { scope, windowInput, options, filters } = useFilters()
  const { profiles, name, changed } = useCountedAs()
  const isInForce = target.from === null
  const left = target.from ?? name
  const titleOf = (profile: string) => profiles.find((known) => known.name === profile)?.title ?? profile
  const leftTitle = isInForce && changed.length > 0 ? `${titleOf(left)} + ${changed.length}` : titleOf(left)
  const variables = { key: target.key, scope, window: windowInput, left, right: target.against, leftOptions: isInForce ? options : null, first: 50 }
  const query = usePagedApi(differenceDocument, { ...variables, after: null as string | null }, ({ profileDifference }) => profileDifference)
  const measure = query.data?.pages[0]?.profileDifference.left.definition.title ?? words(target.key)
  return (
    <Drawer
      open
      onClose={() => push((search) => writeDifference(search, null))}
      title={`${measure}: ${leftTitle} and ${titleOf(target.against)}`}
      description={`${formatInstant(windowInput.from, filters.zone)} to ${formatInstant(windowInput.to, filters.zone)} (${filters.zone})`}
    >
      <div className="grid gap-5">
        <PairSelects target={target} />
        <QueryView query={query} what="The difference" skeleton={<TableSkeleton rows={8} />}>
          {({ pages }) => {
            const first = pages[0]?.profileDifference
            if (!first) return null
            const records = pages.flatMap(({ profileDifference }) => profileDifference.edges.map(({ node }) => node))
            return (
              <div className="grid gap-5">
                <div className="grid gap-3 sm:grid-cols-2">
                  <Reading title={leftTitle} value={first.left.value} />
                  <Reading title={titleOf(target.against)} value={first.right.value} />
                </div>
                <Options difference={first} left={leftTitle} right={titleOf(target.against)} />
                <Records records={records} difference={first} />
                {records.length > 0 && <LoadMore noun="records" shown={records.length} total={first.totalCount} {...query} />}
              </div>
            )
          }}
        </QueryView>
      </div>
    </Drawer>
  )
}

function PairSelects({ target }: { target: DifferenceTarget }) {
  const { replace } = useUrlState()
  const { profiles } = useCountedAs()
  const change = (next: Partial<DifferenceTarget>) => replace((search) => writeDifference(search, { ...target, ...next }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className="field inline-flex items-center gap-1.5">
        <span className="text-xs text-muted">Compare</span>
        <select
          className="cursor-pointer bg-transparent"
          value={target.from ?? ''}
          onChange={(event) => change({ from: event.target.value || null })}
        >
          <option value="">what is in force</option>
          {profiles.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field inline-flex items-center gap-1.5">
        <span className="text-xs text-muted">with</span>
        <select className="cursor-pointer bg-transparent" value={target.against} onChange={(event) => change({ against: event.target.value })}>
          {profiles.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function Reading({ title, value }: { title: string; value: MeasuredFragment }) {
  return (
    <div className="rounded-md border border-edge px-4 py-3">
      <p className="text-sm text-muted">{title}</p>
      <p className="text-2xl font-semibold tracking-tight tabular-nums">{formatValue(value.value, value.unit)}</p>
      <p className="text-xs text-muted tabular-nums">
        n {formatCount(value.n)}
        {value.low != null && value.high != null && ` · 95 %: ${formatValue(value.low, value.unit)} to ${formatValue(value.high, value.unit)}`}
      </p>
    </div>
  )
}

function Options({ difference: { options }, left, right }: { difference: Difference; left: string; right: string }) {
  if (options.length === 0) return <p className="text-sm text-muted">No option that this measure knows differs between the two.</p>
  return (
    <section aria-label="Options that differ">
      <p className="mb-1.5 text-sm font-semibold">Options that differ</p>
      <ul className="grid gap-2 text-sm">
        {options.map((option) => (
          <li key={option.name}>
            <span className="font-medium">{optionLabel(option.name)}</span>
            <span className="block text-muted">
              {left}: <span className="text-ink">{optionValueTitle(option.name, option.left)}</span> · {right}:{' '}
              <span className="text-ink">{optionValueTitle(option.name, option.right)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Records({ records, difference }: { records: readonly DifferingRecord[]; difference: Difference }) {
  if (records.length === 0) {
    const same = difference.left.value.value === difference.right.value.value
    return (
      <p className="text-sm text-muted">
        {same
          ? 'Both count the same records, with the same values.'
          : 'Both count the same records with the same values; only how they become one number differs.'}
      </p>
    )
  }
  return (
    <section aria-label="Records that differ">
      <p className="mb-1.5 text-sm font-semibold">Records that differ ({formatCount(difference.totalCount)})</p>
      <ul className="divide-y divide-edge border-y border-edge text-sm">
        {records.map((record) => (
          <li key={`${record.kind} ${record.service} ${record.environment} ${record.id}`} className="grid gap-1 py-2.5">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <div className="min-w-0">
                <RecordLink record={record} />
              </div>
              <Instant at={record.at} />
            </div>
            <p className="max-w-prose">{record.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
