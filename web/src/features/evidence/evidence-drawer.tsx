'use client'
import { Tabs } from 'radix-ui'
import { Drawer } from '../../components/drawer.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton, TableSkeleton } from '../../components/skeleton.js'
import { type EvidenceTarget, evidenceQuestion, type EvidenceTab, writeEvidence } from '../../lib/evidence-link.js'
import { explainMissing, formatCount, formatInstant, formatRatio, formatValue, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { CountedAs } from '../filters/counted-as.js'
import { useFilters } from '../filters/use-filters.js'
import { DefinitionBody } from '../definitions/definition-body.js'
import { EvidenceRows } from './evidence-rows.js'
import { MeanParts } from './mean-parts.js'
import { type EvidenceGroup, pickGroup } from './pick-group.js'
import { evidenceDocument } from './queries.js'

const pageSize = 50

export function EvidenceDrawer({ target }: { target: EvidenceTarget }) {
  const { push, replace } = useUrlState()
  const { scope, windowInput, filters, options } = useFilters()
  const question = evidenceQuestion(target, scope, windowInput, options)
  const query = useApi(evidenceDocument, { ...question, state: 'COUNTED', first: pageSize })
  const title = query.data?.metrics[0]?.definition.title ?? words(target.key)
  return (
    <Drawer open onClose={() => push((search) => writeEvidence(search, null))} title={title} description={describe()}>
      <QueryView query={query} what="The evidence" skeleton={<DrawerSkeleton />}>
        {({ metrics }) => {
          const definition = metrics[0]?.definition
          const group = pickGroup(metrics[0]?.groups ?? [], question.groupBy !== null ? target.dimensionValue : undefined)
          if (!definition || !group) return <p className="py-6 text-sm text-muted">Nothing was counted here, and nothing was left out.</p>
          return (
            <div className="grid gap-5">
              <Reading group={group} isOwn={target.everything} />
              <MeanParts described={definition.stats} stats={group.total.stats} />
              <details className="rounded-md border border-edge px-4 py-2 text-sm">
                <summary className="cursor-pointer py-1 font-medium">How it is counted: {definition.summary}</summary>
                <div className="py-3">
                  <DefinitionBody definition={definition} />
                </div>
              </details>
              <Tabs.Root
                value={target.tab}
                onValueChange={(tab) => replace((search) => writeEvidence(search, { ...target, tab: tab as EvidenceTab }))}
              >
                <Tabs.List aria-label="Records" className="flex gap-1 border-b border-edge">
                  <Tab name="counted" title={`Counted (${formatCount(group.total.evidence.totalCount)})`} />
                  <Tab name="excluded" title={`Left out (${formatCount(sumExcluded(group))})`} />
                </Tabs.List>
                <Tabs.Content value="counted" className="pt-3">
                  <EvidenceRows question={question} target={target} definition={definition} state="COUNTED" />
                </Tabs.Content>
                <Tabs.Content value="excluded" className="pt-3">
                  <Exclusions group={group} />
                  {sumExcluded(group) > 0 && <EvidenceRows question={question} target={target} definition={definition} state="EXCLUDED" />}
                </Tabs.Content>
              </Tabs.Root>
            </div>
          )
        }}
      </QueryView>
    </Drawer>
  )

  function describe(): string {
    const { from, to } = question.window
    const part = target.dimension
      ? `${words(target.dimension)} ${target.dimensionValue ?? 'not given'}, `
      : target.service
        ? `${target.service}, `
        : ''
    return `${part}${formatInstant(from, filters.zone)} to ${formatInstant(to, filters.zone)} (${filters.zone})`
  }
}

function Tab({ name, title }: { name: EvidenceTab; title: string }) {
  return (
    <Tabs.Trigger
      value={name}
      className="-mb-px min-h-10 cursor-pointer border-b-2 border-transparent px-3 text-sm text-muted tabular-nums data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink"
    >
      {title}
    </Tabs.Trigger>
  )
}

function Reading({ group: { total }, isOwn }: { group: EvidenceGroup; isOwn: boolean }) {
  const isMissing = total.value === null || total.value === undefined
  return (
    <div>
      <p className="flex flex-wrap items-center gap-3 text-4xl font-semibold tracking-tight tabular-nums">
        {formatValue(total.value, total.unit)} {!isOwn && <CountedAs />}
      </p>
      <p className="mt-1 text-sm text-muted tabular-nums">
        {isMissing
          ? explainMissing(total).long
          : total.low != null && total.high != null
            ? `95 % interval ${formatValue(total.low, total.unit)} to ${formatValue(total.high, total.unit)}`
            : 'No valid interval for so few records'}
        {' · '}n {formatCount(total.n)}
        {!isMissing && total.coverage != null && ` · coverage ${formatRatio(total.coverage)}`}
        {total.level && ` · ${total.level.name}, ${total.level.edition} report (nearest: ${total.level.nearest})`}
      </p>
    </div>
  )
}

function Exclusions({ group }: { group: EvidenceGroup }) {
  if (group.total.excluded.length === 0) return <p className="py-4 text-sm text-muted">Nothing was left out.</p>
  return (
    <ul className="mb-4 grid gap-2 text-sm">
      {group.total.excluded.map(({ reason, count, description }) => (
        <li key={reason} className="flex gap-3">
          <span className="w-12 shrink-0 text-right font-semibold tabular-nums">{formatCount(count)}</span>
          <span>
            {description} <code className="font-mono text-xs text-muted">{reason}</code>
          </span>
        </li>
      ))}
    </ul>
  )
}

function DrawerSkeleton() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-10 w-40" />
      <Skeleton className="h-12 w-full" />
      <TableSkeleton rows={10} />
    </div>
  )
}

function sumExcluded(group: EvidenceGroup): number {
  return group.total.excluded.reduce((sum, { count }) => sum + count, 0)
}
