'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import { formatCount, formatDuration } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { pipelineDocument, replayDeadDocument } from './queries.js'

export function PipelinePanel() {
  const query = useApi(pipelineDocument, {})
  return (
    <Panel title="What the numbers rest on now">
      <QueryView query={query} what="The state of the pipeline" skeleton={<Skeleton className="h-14 w-full" />}>
        {({ pipelineStatus: status }) => (
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 xl:grid-cols-6">
            <Reading name="Events kept">{formatCount(status.events)}</Reading>
            <Reading name="Behind by" alarm={status.lagSeconds > 60}>
              {status.lagSeconds === 0 ? 'nothing' : formatDuration(status.lagSeconds)}
            </Reading>
            <Reading name="Waiting">
              {formatCount(status.pendingDeliveries)} deliveries, {formatCount(status.pendingServices)} services
            </Reading>
            <Reading name="Given up" alarm={status.deadDeliveries > 0}>
              {formatCount(status.deadDeliveries)} {status.deadDeliveries > 0 && <ReplayDead />}
            </Reading>
            <Reading name="Refused" alarm={status.refusedDeliveries > 0}>
              {formatCount(status.refusedDeliveries)}
            </Reading>
            <Reading name="Last event">
              <Instant at={status.lastEventAt} />
            </Reading>
          </dl>
        )}
      </QueryView>
    </Panel>
  )
}

function Reading({ name, alarm = false, children }: { name: string; alarm?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className={`text-sm font-medium tabular-nums ${alarm ? 'text-bad' : ''}`}>{children}</dd>
    </div>
  )
}

function ReplayDead() {
  const client = useQueryClient()
  const replay = useMutation({
    mutationFn: () => request(replayDeadDocument, {}),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <Button className="no-print ml-1 min-h-7 px-2 text-xs" disabled={replay.isPending} onClick={() => replay.mutate()}>
        Replay all
      </Button>
      <span role="status" className="block text-xs font-normal">
        {replay.isSuccess && `${replay.data.replayDeadDeliveries} will be tried again`}
        {replay.isError && replay.error.message}
      </span>
    </>
  )
}
