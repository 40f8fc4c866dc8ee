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
import { wouldHaveTold } from '../alerts/preview-words.js'
import { Field } from '../settings/workspace/save-form.js'
import { BurnText } from './burn-text.js'
import { burnPreviewDocument } from './preview-queries.js'

type Preview = NonNullable<BurnPreviewQuery['burnPreview']>

interface BurnPreviewProps {
  slo: string
  /** Its place in the SLO, from 0; null for the composite. */
  objective: number | null
  /** Null for the alert policies in force, which are declared in files. */
  rules: readonly BurnRuleInput[] | null
}

/** What would have been told of in the last 30 days: by the burn rules, with their factors or with others that are only tried, or by policies. */
export function BurnPreview({ slo, objective, rules }: BurnPreviewProps) {
  const [tried, setTried] = useState<{ rules: BurnRuleInput[] | null } | null>(null)
  const query = useApi(burnPreviewDocument, { slo, objective, rules: tried?.rules ?? null }, { enabled: tried !== null, keepPrevious: true })
  function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = rules?.map(({ severity, longSeconds, shortSeconds, factor }, index) => ({
      severity,
      longSeconds,
      shortSeconds,
      factor: Number(form.get(`factor-${index}`)) || factor,
    }))
    setTried({ rules: given ?? null })
  }
  const note = rules
    ? 'How often the rules would have told someone, with these factors. Trying others changes nothing.'
    : 'How often these policies would have told someone that the budget burns.'
  return (
    <Panel title="Tried on the last 30 days" note={note}>
      <form onSubmit={preview} className={`no-print py-2 text-sm ${rules ? 'grid items-end gap-3 sm:grid-cols-[repeat(4,1fr)_auto]' : ''}`}>
        {rules?.map(({ severity, longSeconds, shortSeconds, factor }, index) => (
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

function Outcome({ preview }: { preview: Preview }) {
  const { firings } = preview
  return (
    <>
      <p role="status" className="py-2 text-sm">
        {wouldHaveTold(preview)}
      </p>
      {firings.length > 0 && <DataTable caption="When" columns={columns} rows={firings} rowKey={({ from }, index) => `${from} ${index}`} />}
    </>
  )
}

function windowsText(longSeconds: number, shortSeconds: number): string {
  const long = formatDuration(longSeconds)
  return longSeconds === shortSeconds ? long : `${long} and ${formatDuration(shortSeconds)}`
}

const columns: ReadonlyArray<Column<Preview['firings'][number]>> = [
  { name: 'severity', header: 'Severity', cell: ({ severity }) => <Badge tone={severity === 'PAGE' ? 'bad' : 'warn'}>{words(severity)}</Badge> },
  { name: 'from', header: 'From', cell: ({ from }) => <Instant at={from} /> },
  { name: 'to', header: 'To', cell: ({ to }) => (to ? <Instant at={to} /> : 'goes on') },
  {
    name: 'rule',
    header: 'Rule',
    cell: ({ longSeconds, shortSeconds, factor }) => `${windowsText(longSeconds, shortSeconds)} at ${formatCount(factor)}×`,
  },
  { name: 'burn', header: 'Worst burn', numeric: true, cell: ({ burn }) => <BurnText burn={burn} /> },
]
