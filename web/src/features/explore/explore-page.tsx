'use client'
import dynamic from 'next/dynamic'
import { CopyLine } from '../../components/copy-line.js'
import { PageHeading } from '../../components/panel.js'
import { Skeleton } from '../../components/skeleton.js'

const Explorer = dynamic(() => import('./explorer.js').then((module) => module.Explorer), {
  ssr: false,
  loading: () => <Skeleton className="h-[70vh] w-full" />,
})

export function ExplorePage() {
  return (
    <>
      <PageHeading title="Explore the data">
        Whatever this dashboard shows, another tool can ask for. The book at the left of the editor describes every field; what each measure means is
        under{' '}
        <a className="link" href="/definitions">
          Definitions
        </a>
        , and the REST paths are in{' '}
        <a className="link" href="/v1/openapi.json">
          openapi.json
        </a>
        .
      </PageHeading>
      <Explorer />
      <details className="no-print mt-4 text-sm">
        <summary className="cursor-pointer text-muted">The same from a shell</summary>
        <div className="max-w-3xl pt-2">
          <CopyLine
            label="a GraphQL question by curl"
            text={`curl http://127.0.0.1:4400/graphql \\\n  -H "authorization: Bearer $WINDSOCK_TOKEN" \\\n  -H 'content-type: application/json' \\\n  -d '{"query":"{ pipelineStatus { events lagSeconds } }"}'`}
          />
        </div>
      </details>
    </>
  )
}
