'use client'
import dynamic from 'next/dynamic'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { useApi } from '../../lib/use-api.js'
import { mappedIntegrationsDocument } from './queries.js'

const MappingForm = dynamic(() => import('./mapping-form.js').then((module) => module.MappingForm), {
  ssr: false,
  loading: () => <TableSkeleton rows={3} />,
})

export function MappingPanel() {
  const query = useApi(mappedIntegrationsDocument, {})
  return (
    <Panel
      title="Try a mapping"
      note="How the payloads of any sender are read: a preset or rules of your own, tried on one payload. Nothing is recorded."
    >
      <QueryView query={query} what="The integrations" skeleton={<TableSkeleton rows={3} />}>
        {({ mappedIntegrations, connections }) => <MappingForm integrations={mappedIntegrations} connections={connections} />}
      </QueryView>
    </Panel>
  )
}
