'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../components/button.js'
import { Instant } from '../../components/instant.js'
import type { AlertState } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { acknowledgeAlertDocument } from './queries.js'

interface AcknowledgeProps {
  id: string
  title: string
  state: AlertState
  acknowledgedAt?: string | null
  acknowledgedBy?: string | null
}

export function Acknowledge({ id, title, state, acknowledgedAt, acknowledgedBy }: AcknowledgeProps) {
  const client = useQueryClient()
  const taking = useMutation({ mutationFn: () => request(acknowledgeAlertDocument, { id }), onSuccess: () => client.invalidateQueries() })
  if (acknowledgedAt) {
    return (
      <span className="flex flex-col text-sm">
        {acknowledgedBy?.replace(/^[a-z]+:/, '')}
        <span className="text-muted">
          <Instant at={acknowledgedAt} />
        </span>
      </span>
    )
  }
  if (state !== 'FIRING') return <>—</>
  return (
    <>
      <Button className="no-print min-h-8" disabled={taking.isPending} onClick={() => taking.mutate()}>
        Take care<span className="sr-only"> of {title}</span>
      </Button>
      {taking.isError && (
        <span role="alert" className="text-sm text-bad">
          {taking.error.message}
        </span>
      )}
    </>
  )
}
