import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { TypedDocumentString } from '../generated/graphql.js'
import { request } from './graphql-client.js'

interface ApiOptions {
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

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

export function usePagedApi<Result, Variables extends { after?: string | null | undefined }>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  pageOf: (result: Result) => Page | null | undefined,
  options: ApiOptions = {},
) {
  return useInfiniteQuery({
    queryKey: [document.toString(), variables, 'pages'],
    queryFn: ({ pageParam, signal }) => request(document, { ...variables, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const page = pageOf(last)
      return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined
    },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
  })
}
