'use client'
import { useState } from 'react'
import { request } from '../../lib/graphql-client.js'
import { RemoveButton } from '../settings/workspace/row-actions.js'
import { SaveForm } from '../settings/workspace/save-form.js'
import { ConnectionFields } from './connection-fields.js'
import { type Connection, connectionInput, toldFields } from './connection-input.js'
import { removeConnectionDocument, saveConnectionDocument } from './queries.js'

/** Changes what is saved of a connection, or removes it. */
export function ChangeConnection({ connection, name }: { connection: Connection; name: string }) {
  const { integration, source } = connection
  const [round, setRound] = useState(0)
  return (
    <details className="no-print">
      <summary className="cursor-pointer text-muted">
        Change or remove<span className="sr-only"> {name}</span>
      </summary>
      <SaveForm
        save={async (form) => request(saveConnectionDocument, { input: await connectionInput(form, connection) })}
        onDone={() => setRound(round + 1)}
        toldFields={toldFields}
      >
        <ConnectionFields key={round} integration={integration} saved={connection} />
      </SaveForm>
      <p className="flex flex-wrap items-center gap-2 border-t border-edge pt-3">
        <RemoveButton
          name={name}
          remove={() => request(removeConnectionDocument, { integration, source })}
          consequence="Webhooks to its address are refused from then on. What was delivered stays."
        />
      </p>
    </details>
  )
}
