'use client'
import { useState } from 'react'
import { ServiceLink } from '../../components/fact-links.js'
import { request } from '../../lib/graphql-client.js'
import { usePermission } from '../corrections/use-permission.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { DeclarationFields, toServiceInput } from './declaration-fields.js'
import { declareServiceDocument, serviceDeclarationDocument } from './declaration-queries.js'

/** Declares a service that no event has named yet. */
export function AddService() {
  const { allowed, why } = usePermission('ADMIN', 'declaring a service')
  const [added, setAdded] = useState<string[]>([])
  const latest = added.at(-1)
  return (
    <details className="no-print rounded-md border border-edge bg-surface px-4 py-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">Add a service</summary>
      <p className="py-1 text-muted">Before its first event, so that it counts in its team from the first deployment on.</p>
      {allowed ? (
        <SaveForm
          key={added.length}
          save={async (form) => {
            const name = await declareNew(form)
            setAdded([...added, name])
          }}
          label="Declare"
        >
          <Field label="Name" hint="as events will have it">
            <input name="name" required maxLength={512} className="field" autoComplete="off" />
          </Field>
          <DeclarationFields />
        </SaveForm>
      ) : (
        <p>{why}</p>
      )}
      <p role="status" className="text-muted">
        {latest && (
          <>
            <ServiceLink id={latest} /> is declared.
          </>
        )}
      </p>
    </details>
  )
}

/** Refuses a service that is known, since what the form leaves empty would be taken back. */
async function declareNew(form: FormData): Promise<string> {
  const name = textOf(form, 'name')
  const { declarations, services } = await request(serviceDeclarationDocument, { name })
  if (declarations.length > 0 || services.edges.some(({ node }) => node.id === name))
    throw new Error(`${name} is known already. Change what is declared of it on its own page.`)
  await request(declareServiceDocument, { name, input: toServiceInput(form) })
  return name
}
