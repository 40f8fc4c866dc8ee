'use client'
import dynamic from 'next/dynamic'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { useApi } from '../../lib/use-api.js'
import { trustDocument } from './queries.js'

const TrustLists = dynamic(() => import('./trust-lists.js').then((module) => module.TrustLists), {
  ssr: false,
  loading: () => <TableSkeleton rows={3} />,
})

/** Whose signatures count. */
export function TrustPanel() {
  const query = useApi(trustDocument, {})
  return (
    <Panel
      title="Attestation trust"
      note="Whose signatures count. What is signed by somebody else is invalid; after a change post the documents again, and the newer verdict holds."
    >
      <QueryView query={query} what="The trust settings" skeleton={<TableSkeleton rows={3} />}>
        {({ attestationTrust }) => <TrustLists {...attestationTrust} />}
      </QueryView>
    </Panel>
  )
}
