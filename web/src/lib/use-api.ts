import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TypedDocumentString } from '../generated/graphql.js'
import { request } from './graphql-client.js'

export interface ApiOptions {
  enabled?: boolean
  /** Show the last answer, dimmed, while a changed filter is asked for. */
  keepPrevious?: boolean
}

export function useApi<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, options: ApiOptions = {}) {
  return useQuery({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
  })
}
