'use client'
import { Badge } from '../../components/badge.js'
import { CopyLine } from '../../components/copy-line.js'
import { OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { useApi } from '../../lib/use-api.js'
import { ChangeConnection } from './change-connection.js'
import { ConnectForm } from './connect-form.js'
import type { Connection } from './connection-input.js'
import { connectionsDocument } from './queries.js'
import { SetupText } from './setup-text.js'

export function ConnectionsPanel() {
  const query = useApi(connectionsDocument, {})
  return (
    <Panel title="Connections" note="Where webhooks come from. A source without its secret accepts nothing, unless it is declared open.">
      <QueryView query={query} what="The connections" skeleton={<TableSkeleton rows={3} />}>
        {({ connections, integrations }) => (
          <div className="grid gap-5">
            {connections.length === 0 && (
              <p className="text-sm text-muted">
                Nothing is connected yet. Make the first connection here; its page in the other tool takes a minute.
              </p>
            )}
            <ul className="grid gap-4 divide-y divide-edge">
              {connections.map((connection) => (
                <li key={`${connection.integration} ${connection.source}`} className="not-last:pb-4">
                  <OneConnection connection={connection} title={integrations.find(({ id }) => id === connection.integration)?.title} />
                </li>
              ))}
            </ul>
            <ConnectForm integrations={integrations} connections={connections} />
            {integrations.length > 0 && (
              <p className="text-sm text-muted">
                Documentation followed:{' '}
                {integrations.map(({ id, title, documentationUrl, documentationVersion }) => (
                  <span key={id} className="mr-2">
                    <OutsideLink href={documentationUrl}>{title}</OutsideLink> {documentationVersion}
                  </span>
                ))}
              </p>
            )}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function OneConnection({ connection, title }: { connection: Connection; title: string | undefined }) {
  const name = `${title ?? connection.integration} ${connection.source}`
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{name}</span>
        {connection.open ? (
          <Badge tone="warn">open: takes unsigned deliveries</Badge>
        ) : connection.hasSecret ? (
          <Badge tone="good">secret set</Badge>
        ) : (
          <Badge tone="bad">no secret: refuses everything</Badge>
        )}
        <span className="text-muted">
          last delivery <Instant at={connection.lastDeliveryAt} />
        </span>
      </p>
      <CopyLine label="the address for this connection" text={connection.url} />
      <details>
        <summary className="cursor-pointer text-muted">How to set it up</summary>
        <div className="pt-2">
          <SetupText text={connection.setup} />
        </div>
      </details>
      <ChangeConnection connection={connection} name={name} />
    </div>
  )
}
