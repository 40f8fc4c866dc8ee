'use client'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import type { ServiceDeclarationQuery, ServiceInput } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { listOf, textOf } from '../settings/workspace/form-values.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { declareServiceDocument, serviceDeclarationDocument } from './declaration-queries.js'

const texts = [
  ['title', 'Title'],
  ['team', 'Team'],
  ['tier', 'Tier'],
  ['repository', 'Repository'],
  ['owner', 'Owner'],
  ['runbookUrl', 'Runbook'],
  ['sourceOfRecord', 'Source of record'],
] as const

const lists = [
  ['aliases', 'Other names'],
  ['paths', 'Paths in the repository'],
  ['dependsOn', 'Depends on'],
  ['slis', 'Service level indicators'],
] as const

/** What is declared of a service, to be changed. */
export function DeclarationPanel({ id }: { id: string }) {
  const query = useApi(serviceDeclarationDocument, { name: id })
  return (
    <Panel title="Declaration" note="What is left empty is taken back. A new team owns the service from now on.">
      <QueryView query={query} what="The declaration" skeleton={<Skeleton className="h-24 w-full" />}>
        {(data) => {
          const known = knownOf(id, data)
          return (
            <details className="no-print rounded-md border border-edge px-4 py-2 text-sm">
              <summary className="cursor-pointer py-1 font-medium">Change what is declared</summary>
              <SaveForm save={(form) => request(declareServiceDocument, { name: id, input: toInput(form) })} label="Declare" done="Declared.">
                {texts.map(([name, label]) => (
                  <Field key={name} label={label}>
                    <input name={name} className="field" defaultValue={known[name] ?? ''} />
                  </Field>
                ))}
                {lists.map(([name, label]) => (
                  <Field key={name} label={label} hint="commas between">
                    <input name={name} className="field" defaultValue={known[name]?.join(', ')} />
                  </Field>
                ))}
              </SaveForm>
            </details>
          )
        }}
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

function toInput(form: FormData): ServiceInput {
  return Object.fromEntries([
    ...texts.map(([name]) => [name, textOf(form, name)]),
    ...lists.map(([name]) => [name, listOf(form, name)]),
  ]) as ServiceInput
}
