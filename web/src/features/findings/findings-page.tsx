'use client'
import { Badge } from '../../components/badge.js'
import { ChoiceField } from '../../components/choice-field.js'
import { ExportLink } from '../../components/export-link.js'
import { EmptyState } from '../../components/empty-state.js'
import { Code } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import type { FindingKind, FindingsQuery } from '../../generated/graphql.js'
import { useNow } from '../../lib/now.js'
import { useUrlState } from '../../lib/url-state.js'
import { useApi } from '../../lib/use-api.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { findingRulesDocument, findingsDocument } from './queries.js'

type Finding = FindingsQuery['findings']['edges'][number]['node']

const choices: { id: FindingKind; title: string }[] = [
  { id: 'slow_rollout', title: 'slow rollouts' },
  { id: 'artifact_mismatch', title: 'artifact mismatches' },
  { id: 'blind_spot', title: 'blind spots' },
  { id: 'approval_bottleneck', title: 'approval bottlenecks' },
]

const WINDOW_MS = 30 * 86_400_000

function lastDays(now: number) {
  return { from: new Date(now - WINDOW_MS).toISOString(), to: new Date(now).toISOString() }
}

export function FindingsPage() {
  const now = useNow()
  const { search } = useUrlState()
  const kind = choices.find(({ id }) => id === search.get('kind'))?.id
  const query = usePagedApi(findingsDocument, { kinds: kind ? [kind] : null, first: 50, after: null as string | null }, ({ findings }) => findings, {
    keepPrevious: true,
  })
  return (
    <>
      <PageHeading title="Findings">What goes wrong around releases, as the facts of the last 30 days show it.</PageHeading>
      <div className="grid gap-5">
        <Panel
          title="Found now"
          actions={
            <>
              <ChoiceField name="kind" label="Show" all="all" choices={choices} />
              <ExportLink list="findings" parameters={{ kinds: kind && [kind], ...lastDays(now) }} />
            </>
          }
        >
          <QueryView
            query={query}
            what="The findings"
            skeleton={<TableSkeleton />}
            isEmpty={({ pages }) => pages[0]?.findings.totalCount === 0}
            empty={<EmptyState title="Nothing found">What is looked for stands below.</EmptyState>}
          >
            {({ pages }) => {
              const rows = pages.flatMap(({ findings }) => findings.edges.map(({ node }) => node))
              return (
                <>
                  <ul className="grid gap-4 divide-y divide-edge">
                    {rows.map((finding) => (
                      <li key={finding.id} className="not-last:pb-4">
                        <OneFinding finding={finding} />
                      </li>
                    ))}
                  </ul>
                  <LoadMore noun="findings" shown={rows.length} total={pages[0]?.findings.totalCount ?? 0} {...query} />
                </>
              )
            }}
          </QueryView>
        </Panel>
        <RulesPanel />
      </div>
    </>
  )
}

function OneFinding({ finding }: { finding: Finding }) {
  const { code, title, detail, nextStep, since, service, release } = finding
  return (
    <article className="grid gap-1 text-sm">
      <h3 className="flex flex-wrap items-baseline gap-2 text-base font-semibold">
        <Badge tone="warn">{code}</Badge> {title}
      </h3>
      <p>{detail}</p>
      <p>
        <span className="text-muted">Next: </span>
        {nextStep}
      </p>
      <p className="flex flex-wrap gap-x-3 text-muted">
        <span>
          since <Instant at={since} />
        </span>
        {service && <ServiceLink id={service} />}
        {release && <ReleaseLink id={release} text={release} />}
      </p>
      <EvidenceList evidence={finding.evidence} />
    </article>
  )
}

function EvidenceList({ evidence }: { evidence: Finding['evidence'] }) {
  return (
    <details>
      <summary className="cursor-pointer text-muted">Evidence</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {evidence.map(({ label, value, at }) => (
          <div key={`${label} ${value}`} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 break-words">
              {value.startsWith('sha256:') ? <Code title={value}>{value.slice(0, 19)}…</Code> : value}
              {at && (
                <span className="text-muted">
                  {' '}
                  <Instant at={at} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function RulesPanel() {
  const query = useApi(findingRulesDocument, {})
  return (
    <Panel title="What is looked for">
      <QueryView query={query} what="The rules" skeleton={<TableSkeleton />}>
        {({ findingRules }) => (
          <dl className="grid gap-3 text-sm lg:grid-cols-2">
            {findingRules.map(({ kind, code, title, description }) => (
              <div key={kind}>
                <dt className="font-medium">
                  {code} {title}
                </dt>
                <dd className="text-muted">{description}</dd>
              </div>
            ))}
          </dl>
        )}
      </QueryView>
    </Panel>
  )
}
