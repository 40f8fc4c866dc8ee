'use client'
import { Fragment, useState } from 'react'
import { ToldField } from '../../components/told-field.js'
import type { ConnectionsQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { ConnectionFields } from './connection-fields.js'
import { connectionInput, toldFields } from './connection-input.js'
import { saveConnectionDocument } from './queries.js'

export function ConnectForm({ integrations, connections }: Pick<ConnectionsQuery, 'integrations' | 'connections'>) {
  const [integration, setIntegration] = useState(integrations[0]?.id ?? '')
  const [round, setRound] = useState(0)
  async function save(form: FormData) {
    const source = textOf(form, 'source')
    if (connections.some((one) => one.integration === integration && one.source === source))
      throw new Error('source is taken by a connection that is there already; change that one.')
    return request(saveConnectionDocument, { input: await connectionInput(form, { integration, source }) })
  }
  if (integrations.length === 0) return null
  return (
    <details className="no-print rounded-md border border-edge px-4 py-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">Add a connection</summary>
      <SaveForm save={save} done="Saved. The secret is sealed and not shown again." onDone={() => setRound(round + 1)} toldFields={toldFields}>
        <Field label="Tool">
          <select className="field" value={integration} onChange={(event) => setIntegration(event.target.value)}>
            {integrations.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        <Fragment key={round}>
          <ToldField name="source" label="Name of the source">
            {(told) => <input name="source" required pattern="[A-Za-z0-9._\-]+" className="field" placeholder="main" autoComplete="off" {...told} />}
          </ToldField>
          <ConnectionFields integration={integration} />
        </Fragment>
      </SaveForm>
    </details>
  )
}
