import type { ServiceInput } from '../../generated/graphql.js'
import { listOf, textOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'

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

/** All that can be declared of a service but its name. */
export function DeclarationFields({ known = {} }: { known?: ServiceInput }) {
  return (
    <>
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
    </>
  )
}

export function toServiceInput(form: FormData): ServiceInput {
  return Object.fromEntries([
    ...texts.map(([name]) => [name, textOf(form, name)]),
    ...lists.map(([name]) => [name, listOf(form, name)]),
  ]) as ServiceInput
}
