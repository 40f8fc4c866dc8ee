'use client'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { type ApiErrorKind, isApiError } from '../lib/graphql-client.js'
import { Button } from './button.js'

const advice: Record<ApiErrorKind, string> = {
  unauthenticated: 'Sign in again with a one-time link.',
  forbidden: 'Your role does not allow this. Ask an administrator for the role that does.',
  offline: 'Check that Windsock is running and that you are connected; then try again.',
  unavailable:
    'One of its stores is away. Nothing is lost: what arrives meanwhile is kept. Try again in a moment; “npm run windsock -- doctor” says which store it is.',
  refused: 'The question itself was refused. Change the filter, for example a shorter window, and try again.',
  broken: 'Try again. If it stays, look at the log of the Windsock process and report it with the code below.',
}

export function ErrorState({ error, onRetry, what }: { error: unknown; onRetry: () => void; what: string }) {
  const kind = isApiError(error) ? error.kind : 'broken'
  const message = error instanceof Error ? error.message : 'Something went wrong.'
  return (
    <div role="alert" className="mx-auto grid max-w-2xl gap-2 py-8 text-sm">
      <p className="flex items-center gap-2 text-base font-semibold">
        <TriangleAlert size={18} className="text-bad" aria-hidden /> {what} could not be loaded
      </p>
      <p>{message}</p>
      <p className="text-muted">{advice[kind]}</p>
      <div className="flex items-center gap-3">
        <Button onClick={onRetry}>
          <RotateCw size={15} aria-hidden /> Try again
        </Button>
        {isApiError(error) && <code className="font-mono text-xs text-muted">{error.code}</code>}
      </div>
    </div>
  )
}
