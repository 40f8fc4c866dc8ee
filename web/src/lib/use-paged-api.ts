import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { TypedDocumentString } from '../generated/graphql.js'
import { request } from './graphql-client.js'
import type { ApiOptions } from './use-api.js'

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
