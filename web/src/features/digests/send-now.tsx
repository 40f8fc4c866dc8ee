'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../components/button.js'
import { request } from '../../lib/graphql-client.js'
import { sendDigestNowDocument } from './queries.js'

export function SendNow({ id, name }: { id: string; name: string }) {
  const client = useQueryClient()
  const send = useMutation({ mutationFn: () => request(sendDigestNowDocument, { id }), onSettled: () => client.invalidateQueries() })
  const sent = send.data?.sendDigestNow
  return (
    <>
      <Button className="no-print min-h-8" disabled={send.isPending} onClick={() => send.mutate()}>
        Send now<span className="sr-only"> {name}</span>
      </Button>
      <span role="status" className={send.isError || (sent && sent.state !== 'SENT') ? 'text-bad' : 'text-muted'}>
        {send.isError && send.error.message}
        {sent && (sent.state === 'SENT' ? 'Sent.' : (sent.reason ?? 'Not sent yet.'))}
      </span>
    </>
  )
}
