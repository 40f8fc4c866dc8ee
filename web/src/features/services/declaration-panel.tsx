'use client'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import type { ServiceDeclarationQuery, ServiceInput } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { RemoveButton } from '../settings/workspace/row-actions.js'
import { SaveForm } from '../settings/workspace/save-form.js'
import { DeclarationFields, toServiceInput } from './declaration-fields.js'
import { declareServiceDocument, serviceDeclarationDocument, withdrawServiceDocument } from './declaration-queries.js'

/** What is declared of a service, to be changed or taken back. */
export function DeclarationPanel({ id }: { id: string }) {
  const query = useApi(serviceDeclarationDocument, { name: id })
  return (
    <Panel title="Declaration" note="What is left empty is taken back. A new team owns the service from now on.">
      <QueryView query={query} what="The declaration" skeleton={<Skeleton className="h-24 w-full" />}>
        {(data) => (
          <details className="no-print rounded-md border border-edge px-4 py-2 text-sm">
            <summary className="cursor-pointer py-1 font-medium">Change what is declared</summary>
            <SaveForm save={(form) => request(declareServiceDocument, { name: id, input: toServiceInput(form) })} label="Declare" done="Declared.">
              <DeclarationFields known={knownOf(id, data)} />
            </SaveForm>
            <div className="flex flex-wrap items-center gap-2 border-t border-edge py-3">
              {data.declarations.length > 0 ? (
                <RemoveButton
                  name={`what is declared of ${id}`}
                  words={['Withdraw', 'Withdraw now']}
                  remove={() => request(withdrawServiceDocument, { name: id })}
                  consequence={`All that is declared of ${id} is taken back, also its team and its other names, so that it counts in no team. Events that name it stay, and its history with them; if none does, it leaves the list of services. It can be declared again.`}
                />
              ) : (
                <p className="text-muted">Nothing is declared here of this service yet.</p>
              )}
            </div>
          </details>
        )}
      </QueryView>
    </Panel>
  )
}

/** What was declared here, else what events say, so that declaring it takes nothing back. */
function knownOf(id: string, { declarations, services }: ServiceDeclarationQuery): ServiceInput {
  const node = services.edges.find((edge) => edge.node.id === id)?.node
  const { title, ...seen } = node ?? { title: id }
  return (declarations[0]?.spec as ServiceInput | undefined) ?? { ...seen, ...(title !== id && { title }) }
}
