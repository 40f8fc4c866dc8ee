'use client'
import Link from 'next/link'
import { useState } from 'react'
import { CopyLine } from '../../components/copy-line.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import type { BadgeChoicesQuery } from '../../generated/graphql.js'
import { useApi } from '../../lib/use-api.js'
import { useOrigin } from '../../lib/use-origin.js'
import { badgeLine, badgePath } from './badge-line.js'
import { badgeChoicesDocument } from './badge-queries.js'

const spans = [7, 30, 90]

/** A measure of the service as an image for its README, and the line that shows it there. */
export function BadgePanel({ id }: { id: string }) {
  const query = useApi(badgeChoicesDocument, {})
  return (
    <Panel title="Badge" note="A measure of this service as it is now, for a README or a wiki.">
      <QueryView query={query} what="The badge" skeleton={<Skeleton className="h-24 w-full" />}>
        {(data) => <Badge id={id} {...data} />}
      </QueryView>
    </Panel>
  )
}

function Badge({ id, workspace, metricDefinitions }: { id: string } & BadgeChoicesQuery) {
  const origin = useOrigin()
  const [measure, setMeasure] = useState('change_failure_rate')
  const [days, setDays] = useState(30)
  const title = metricDefinitions.find(({ key }) => key === measure)?.title ?? measure
  return (
    <div className="grid gap-3 text-sm">
      <div className="no-print flex flex-wrap items-center gap-2">
        <label className="field inline-flex max-w-full items-center gap-1.5">
          <span className="text-xs text-muted">Measure</span>
          <select className="min-w-0 cursor-pointer bg-transparent" value={measure} onChange={(event) => setMeasure(event.target.value)}>
            {metricDefinitions.map((definition) => (
              <option key={definition.key} value={definition.key}>
                {definition.title}
              </option>
            ))}
          </select>
        </label>
        <label className="field inline-flex items-center gap-1.5">
          <span className="text-xs text-muted">Over</span>
          <select className="cursor-pointer bg-transparent" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {spans.map((span) => (
              <option key={span} value={span}>
                {span} days
              </option>
            ))}
          </select>
        </label>
        <img src={badgePath(id, measure, days)} alt={`The badge: ${title} of ${id}`} loading="lazy" className="h-5" />
      </div>
      <CopyLine label="the badge in Markdown" text={badgeLine({ origin, service: id, measure, title, days })} />
      <p className="text-muted">
        {workspace.publicBadges ? (
          'Anyone who has the address sees the number: badges are public in this workspace.'
        ) : (
          <>
            Only who has signed in sees it yet, and elsewhere it says “not public”. For a README, let badges be shown to anyone under{' '}
            <Link prefetch={false} className="link" href="/settings">
              Settings, Workspace, Badges
            </Link>
            .
          </>
        )}
      </p>
    </div>
  )
}
