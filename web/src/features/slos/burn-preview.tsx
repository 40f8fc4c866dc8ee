'use client'
import { type FormEvent, useState } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { BurnPreviewQuery, BurnRuleInput } from '../../generated/graphql.js'
import { formatCount, formatDuration, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { Field } from '../settings/workspace/save-form.js'
import { BurnText } from './burn-text.js'
import { burnPreviewDocument } from './preview-queries.js'

type Preview = NonNullable<BurnPreviewQuery['burnPreview']>

interface BurnPreviewProps {
  slo: string
  /** Its place in the SLO, from 0; null for the composite. */
  objective: number | null
  rules: readonly BurnRuleInput[]
}

/** What the burn rules would have done in the last 30 days, with their factors or with others that are only tried. */
export function BurnPreview({ slo, objective, rules }: BurnPreviewProps) {
  const [tried, setTried] = useState<BurnRuleInput[] | null>(null)
  const query = useApi(burnPreviewDocument, { slo, objective, rules: tried ?? [] }, { enabled: tried !== null, keepPrevious: true })
  function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setTried(
      rules.map(({ severity, longSeconds, shortSeconds, factor }, index) => ({
        severity,
        longSeconds,
        shortSeconds,
        factor: Number(form.get(`factor-${index}`)) || factor,
      })),
    )
  }
  return (
    <Panel title="Tried on the last 30 days" note="How often the rules would have told someone, with these factors. Trying others changes nothing.">
      <form onSubmit={preview} className="no-print grid items-end gap-3 py-2 text-sm sm:grid-cols-[repeat(4,1fr)_auto]">
        {rules.map(({ severity, longSeconds, shortSeconds, factor }, index) => (
          <Field key={longSeconds} label={`${words(severity)}, ${formatDuration(longSeconds)} and ${formatDuration(shortSeconds)}`}>
            <input name={`factor-${index}`} type="number" min={0.1} max={10000} step="any" defaultValue={factor} className="field" />
          </Field>
        ))}
        <Button type="submit">Try</Button>
      </form>
      {tried && (
        <QueryView query={query} what="The preview" skeleton={<TableSkeleton rows={3} />}>
          {({ burnPreview }) => burnPreview && <Outcome preview={burnPreview} />}
        </QueryView>
      )}
    </Panel>
  )
}

function Outcome({ preview: { pages, tickets, firings } }: { preview: Preview }) {
  return (
    <>
      <p role="status" className="py-2 text-sm">
        It would have paged {times(pages)} and made a ticket {times(tickets)}.
      </p>
      {firings.length > 0 && <DataTable caption="When" columns={columns} rows={firings} rowKey={({ from }) => from} />}
    </>
  )
}

function times(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${formatCount(count)} times`
}

const columns: ReadonlyArray<Column<Preview['firings'][number]>> = [
  { name: 'severity', header: 'Severity', cell: ({ severity }) => <Badge tone={severity === 'PAGE' ? 'bad' : 'warn'}>{words(severity)}</Badge> },
  { name: 'from', header: 'From', cell: ({ from }) => <Instant at={from} /> },
  { name: 'to', header: 'To', cell: ({ to }) => (to ? <Instant at={to} /> : 'goes on') },
  {
    name: 'rule',
    header: 'Rule',
    cell: ({ longSeconds, shortSeconds, factor }) => `${formatDuration(longSeconds)} and ${formatDuration(shortSeconds)} at ${formatCount(factor)}×`,
  },
  { name: 'burn', header: 'Worst burn', numeric: true, cell: ({ burn }) => <BurnText burn={burn} /> },
]
