'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { AlertRoutesQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { RowActions } from '../settings/workspace/row-actions.js'
import { SaveForm } from '../settings/workspace/save-form.js'
import { alertRoutesDocument, deleteAlertRouteDocument, saveAlertRouteDocument, testAlertRouteDocument } from './queries.js'
import { RouteFields } from './route-fields.js'
import { routeInputOf } from './route-input.js'

export type AlertRoute = AlertRoutesQuery['alertRoutes'][number]

export function AlertRoutesPanel() {
  const query = useApi(alertRoutesDocument, {})
  const [picked, setPicked] = useState<AlertRoute | null>(null)
  const [open, setOpen] = useState(false)
  const [round, setRound] = useState(0)
  const actions: Column<AlertRoute> = {
    name: 'actions',
    header: 'Change',
    cell: (route) => (
      <span className="inline-flex flex-wrap gap-2">
        <TestButton id={route.id} name={route.name} />
        <RowActions
          name={route.name}
          onChange={() => {
            setPicked(route)
            setOpen(true)
          }}
          remove={() => request(deleteAlertRouteDocument, { id: route.id })}
        />
      </span>
    ),
  }
  return (
    <Panel title="Alert routes" note="Where alerts go. Each message, sent or not, stands in the log of its alert with the reason.">
      <QueryView query={query} what="The routes" skeleton={<TableSkeleton rows={2} />}>
        {({ alertRoutes, alertRouteKinds }) => (
          <div className="grid gap-3">
            {alertRoutes.length === 0 ? (
              <EmptyState title="No route yet">Alerts are found and listed, and nobody is told.</EmptyState>
            ) : (
              <DataTable caption="Alert routes" columns={[...columnsFor(alertRoutes), actions]} rows={alertRoutes} rowKey={({ id }) => id} />
            )}
            <details
              open={open}
              onToggle={(event) => setOpen(event.currentTarget.open)}
              className="no-print rounded-md border border-edge px-4 py-2 text-sm"
            >
              <summary className="cursor-pointer py-1 font-medium">{picked ? `Change ${picked.name}` : 'Add a route'}</summary>
              <SaveForm
                key={`${round} ${picked?.id ?? ''}`}
                save={(form) => request(saveAlertRouteDocument, { id: picked?.id ?? null, input: routeInputOf(form, alertRouteKinds) })}
                onDone={() => {
                  setPicked(null)
                  setRound(round + 1)
                  setOpen(false)
                }}
                label={picked ? 'Save route' : 'Add route'}
              >
                <RouteFields route={picked} kinds={alertRouteKinds} others={alertRoutes.filter(({ id }) => id !== picked?.id)} />
              </SaveForm>
              {picked && (
                <button type="button" className="link cursor-pointer py-1 text-sm" onClick={() => setPicked(null)}>
                  Add another instead
                </button>
              )}
            </details>
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function columnsFor(all: readonly AlertRoute[]): ReadonlyArray<Column<AlertRoute>> {
  return [
    {
      name: 'name',
      header: 'Route',
      cell: ({ name, kind, enabled }) => (
        <>
          <span className="font-medium">{name}</span> <Badge>{kind}</Badge> {!enabled && <Badge tone="warn">off</Badge>}
        </>
      ),
    },
    {
      name: 'takes',
      header: 'Takes',
      cell: ({ severities, teams }) =>
        `${severities.length === 0 ? 'pages and tickets' : severities.map((one) => `${words(one)}s`).join(', ')}${teams.length === 0 ? '' : ` of ${teams.join(', ')}`}`,
    },
    { name: 'most', header: 'Most an hour', numeric: true, cell: ({ mostPerHour }) => mostPerHour },
    {
      name: 'quiet',
      header: 'Quiet for tickets',
      cell: ({ quiet }) => (quiet ? `${quiet.fromHour}:00 to ${quiet.toHour}:00, ${quiet.timeZone}` : '—'),
    },
    { name: 'fallback', header: 'Fallback', cell: ({ fallback }) => all.find(({ id }) => id === fallback)?.name ?? '—' },
    {
      name: 'undelivered',
      header: 'Undelivered, a day',
      numeric: true,
      cell: ({ undelivered }) => (undelivered > 0 ? <span className="font-semibold text-bad">{undelivered}</span> : 0),
    },
  ]
}

function TestButton({ id, name }: { id: string; name: string }) {
  const test = useMutation({ mutationFn: () => request(testAlertRouteDocument, { id }) })
  const result = test.data?.testAlertRoute
  return (
    <>
      <Button className="no-print min-h-8" disabled={test.isPending} onClick={() => test.mutate()}>
        Test<span className="sr-only"> {name}</span>
      </Button>
      <span role="status" className={test.isError || result?.ok === false ? 'text-bad' : 'text-muted'}>
        {test.isError ? test.error.message : result?.message}
      </span>
    </>
  )
}
