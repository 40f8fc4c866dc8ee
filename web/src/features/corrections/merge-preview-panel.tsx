'use client'
import { type FormEvent, useState } from 'react'
import { Badge, toneOf } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { MergePreviewQuery } from '../../generated/graphql.js'
import { formatCount, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'
import { mergePreviewDocument } from './queries.js'

type Rules = { slackMinutes?: number; sourceOfRecord?: string }
type Preview = MergePreviewQuery['mergePreview']

/**
 * Which reports of several sources are one rollout, now or under rules that are only tried. The server derives the whole
 * service for it, so it is asked for and not read with the page.
 */
export function MergePreviewPanel({ id }: { id: string }) {
  const [rules, setRules] = useState<Rules | null>(null)
  const query = useApi(mergePreviewDocument, { service: id, ...rules }, { enabled: rules !== null, keepPrevious: true })
  function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [slack, source] = [textOf(form, 'slack'), textOf(form, 'source')]
    setRules({ ...(slack && { slackMinutes: Number(slack) }), ...(source && { sourceOfRecord: source }) })
  }
  return (
    <Panel
      title="Reports of one rollout"
      note="What several sources report of one version in one environment, close in time, counts once. Trying other rules changes nothing: the slack is saved under Settings, the source of record in the declaration below."
    >
      <form onSubmit={preview} className="no-print grid items-end gap-3 py-2 text-sm sm:grid-cols-[1fr_1fr_auto]">
        <Field label="Slack in minutes" hint="empty: as now">
          <input name="slack" type="number" min={0} max={1440} step="any" className="field" />
        </Field>
        <Field label="Source of record tried" hint="empty: as now">
          <input name="source" maxLength={200} className="field" autoComplete="off" spellCheck={false} />
        </Field>
        <Button type="submit">Try these rules</Button>
      </form>
      {rules && (
        <QueryView query={query} what="The preview" skeleton={<TableSkeleton rows={3} />}>
          {({ mergePreview }) => <Outcome preview={mergePreview} />}
        </QueryView>
      )}
    </Panel>
  )
}

function Outcome({ preview: { rolloutsNow, rollouts, joined } }: { preview: Preview }) {
  return (
    <>
      <p role="status" className="py-2 text-sm">
        {`${counted(rollouts)}${rollouts === rolloutsNow ? ', as now.' : ` under these rules, ${formatCount(rolloutsNow)} now.`}`}{' '}
        {joined.length === 0 && 'None was reported by more than one source.'}
      </p>
      {joined.length > 0 && (
        <DataTable caption="Rollouts with several reports" columns={columns} rows={joined} rowKey={({ id, environment }) => `${environment} ${id}`} />
      )}
    </>
  )
}

function counted(rollouts: number): string {
  return rollouts === 1 ? 'One rollout' : `${formatCount(rollouts)} rollouts`
}

const columns: ReadonlyArray<Column<Preview['joined'][number]>> = [
  { name: 'version', header: 'Version', cell: ({ version, id }) => version ?? id },
  { name: 'environment', header: 'Environment', cell: ({ environment }) => environment },
  { name: 'outcome', header: 'Outcome', cell: ({ outcome }) => <Badge tone={toneOf(outcome)}>{words(outcome)}</Badge> },
  { name: 'started', header: 'Started', cell: ({ startedAt }) => (startedAt ? <Instant at={startedAt} /> : '—') },
  {
    name: 'parts',
    header: 'Reported as',
    cell: ({ parts, newlyJoined }) => (
      <span className="inline-flex flex-wrap items-center gap-1">
        {parts.map(({ source, deployment }) => `${source}: ${deployment}`).join(', ')}
        {newlyJoined && <Badge tone="warn">not joined now</Badge>}
      </span>
    ),
  },
]
