'use client'
import { useState } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ServiceLink } from '../../components/fact-links.js'
import type { AlertPreviewQuery, AlertRulesQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { wouldHaveTold } from './preview-words.js'
import { alertPreviewDocument, alertRulesDocument } from './queries.js'

type Rule = AlertRulesQuery['alertRules'][number]
/** Rules of single objectives. */
const elsewhere = ['burn_rate', 'alert_policy']

type Preview = NonNullable<AlertPreviewQuery['alertPreview']>

/** All rules, each with a preview on history where there is one. */
export function RulesPanel() {
  const query = useApi(alertRulesDocument, {})
  return (
    <Panel
      title="Rules"
      note="All of them look at production, once a minute. Trying one tells nobody: it says what it would have told of in the last 30 days."
    >
      <QueryView query={query} what="The rules" skeleton={<TableSkeleton />}>
        {({ alertRules }) => (
          <ul className="grid gap-4 text-sm">
            {alertRules.map((rule) => (
              <RuleItem key={rule.id} {...rule} />
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  )
}

function RuleItem({ id, title, description, hasPreview }: Rule) {
  const [isTried, setTried] = useState(false)
  const query = useApi(alertPreviewDocument, { rule: id }, { enabled: isTried })
  return (
    <li className="grid gap-1">
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-1">
          <h3 className="font-medium">{title}</h3>
          <p className="text-muted">{elsewhere.includes(id) ? `${description} Tried on the page of each objective.` : description}</p>
        </div>
        {hasPreview && (
          <Button
            className="no-print min-h-8"
            disabled={isTried && query.isFetching}
            onClick={() => (isTried ? void query.refetch() : setTried(true))}
          >
            Try<span className="sr-only"> {title}</span>
          </Button>
        )}
      </div>
      {isTried && (
        <QueryView query={query} what="The preview" skeleton={<TableSkeleton rows={2} />}>
          {({ alertPreview }) => alertPreview && <Outcome preview={alertPreview} title={title} />}
        </QueryView>
      )}
    </li>
  )
}

function Outcome({ preview, title }: { preview: Preview; title: string }) {
  const { firings, pages, tickets } = preview
  return (
    <>
      <p role="status" className="py-1">
        {wouldHaveTold(preview)}
        {firings.length < pages + tickets && ` These are the last ${firings.length}.`}
      </p>
      {firings.length > 0 && (
        <DataTable caption={`${title}: when`} columns={columns} rows={firings} rowKey={({ from }, index) => `${from} ${index}`} />
      )}
    </>
  )
}

const columns: ReadonlyArray<Column<Preview['firings'][number]>> = [
  { name: 'severity', header: 'Severity', cell: ({ severity }) => <Badge tone={severity === 'PAGE' ? 'bad' : 'warn'}>{words(severity)}</Badge> },
  { name: 'title', header: 'Alert', cell: ({ title }) => title },
  { name: 'service', header: 'Service', cell: ({ service }) => <ServiceLink id={service} /> },
  { name: 'from', header: 'From', cell: ({ from }) => <Instant at={from} /> },
  { name: 'to', header: 'To', cell: ({ to }) => (to ? <Instant at={to} /> : 'goes on') },
]
