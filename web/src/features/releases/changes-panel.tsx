'use client'
import { Badge } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { Code, OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { ReleaseChangesQuery } from '../../generated/graphql.js'
import { formatDuration, shortCommit, words } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { releaseChangesDocument } from './queries.js'
import type { ReleaseDetails } from './release-page.js'

type Change = NonNullable<ReleaseChangesQuery['release']>['changes']['edges'][number]['node']

const sources: Record<string, string> = {
  declared: 'the list in the deployment event',
  provenance: 'the provenance of the artifact',
  range: 'the commits since the previous successful deployment',
  head: 'the head commit alone: no earlier commit is known, so the list is not complete',
}

export function ChangesPanel({ id, deployments }: { id: string; deployments: ReleaseDetails['deployments'] }) {
  const query = usePagedApi(releaseChangesDocument, { id, first: 50, after: null as string | null }, ({ release }) => release?.changes)
  const source = (deployments.find(({ production }) => production) ?? deployments[0])?.changeSource
  return (
    <Panel
      title="Changes"
      note={source && `Taken from ${sources[source] ?? words(source)}.`}
      actions={<ExportLink list="changes" text="Changes as CSV" parameters={{ release: id }} />}
    >
      <QueryView
        query={query}
        what="The changes"
        skeleton={<TableSkeleton rows={4} />}
        isEmpty={({ pages }) => !pages[0]?.release?.changes.totalCount}
        empty={<EmptyState title="No change is known for this release" eventType="change.committed" />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ release }) => release?.changes.edges.map(({ node }) => node) ?? [])
          return (
            <>
              <DataTable caption="Changes" columns={columns} rows={rows} rowKey={(row) => row.id} />
              <LoadMore noun="changes" shown={rows.length} total={pages[0]?.release?.changes.totalCount ?? 0} {...query} />
            </>
          )
        }}
      </QueryView>
    </Panel>
  )
}

const columns: ReadonlyArray<Column<Change>> = [
  {
    name: 'title',
    header: 'Change',
    cell: ({ title, sha, url, author, pullRequest }) => (
      <>
        <OutsideLink href={url}>{title ?? shortCommit(sha)}</OutsideLink>
        <span className="block text-xs text-muted">
          <Code title={sha}>{shortCommit(sha)}</Code>
          {pullRequest ? `, #${pullRequest}` : ''}
          {author ? `, ${author}` : ''}
        </span>
      </>
    ),
  },
  { name: 'committed', header: 'Committed', cell: ({ committedAt }) => <Instant at={committedAt} /> },
  {
    name: 'lead',
    header: 'Lead time',
    numeric: true,
    cell: ({ leadTimeSeconds }) => (leadTimeSeconds == null ? '—' : formatDuration(leadTimeSeconds)),
  },
  {
    name: 'state',
    header: 'In lead time',
    cell: ({ state }) => <Badge tone={state === 'counted' ? 'plain' : 'warn'}>{state === 'counted' ? 'counted' : `left out: ${words(state)}`}</Badge>,
  },
]
