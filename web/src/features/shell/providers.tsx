'use client'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { isApiError } from '../../lib/graphql-client.js'
import { listenForChanges } from '../../lib/live.js'
import { refreshNow } from '../../lib/now.js'
import { setSignedOut } from './session.js'

const settleMilliseconds = 700
const tickMilliseconds = 300_000

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  useEffect(() => {
    const stop = listenForChanges(() => {
      refreshNow()
      void client.invalidateQueries()
    }, settleMilliseconds)
    const tick = setInterval(refreshNow, tickMilliseconds)
    return () => {
      stop()
      clearInterval(tick)
    }
  }, [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => isApiError(error) && error.kind === 'unauthenticated' && setSignedOut(true),
    }),
    defaultOptions: { queries: { staleTime: 30_000, retry: worthAnotherTry, retryDelay: 800 } },
  })
}

function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 2 && isApiError(error) && (error.kind === 'offline' || error.kind === 'unavailable')
}
