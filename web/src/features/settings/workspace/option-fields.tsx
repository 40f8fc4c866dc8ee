import type { MetricOptionsInput, WorkspaceRulesQuery } from '../../../generated/graphql.js'
import { optionLabel, optionValueTitle, toOptions } from '../../../lib/metric-choices.js'
import { optionFields } from '../../../lib/option-fields.js'
import { listOf, textOf } from './form-values.js'
import { Field } from './save-form.js'

const METHODS = 'attributionMethods'
const CONFIDENCE = 'minConfidence'
/** The first two are rules of their own, the others are written out. */
const others = ['ownership', 'attributionWindowHours', METHODS, CONFIDENCE]
const own = optionFields.filter(({ name }) => !others.includes(name))

/** Single options over the profile. */
export function OptionFields({ workspace }: Pick<WorkspaceRulesQuery, 'workspace'>) {
  const chosen = new Map(workspace.options.map(({ name, value }) => [name, value]))
  return (
    <>
      {own.map(({ name, label, values }) => {
        const value = chosen.get(name)
        const known = values.find(([word]) => isSame(word, value))
        return (
          <Field key={name} label={label}>
            <select name={name} className="field" defaultValue={known?.[0] ?? asWord(value)}>
              <option value="">as the profile says</option>
              {values.map(([word, title]) => (
                <option key={word} value={word}>
                  {title}
                </option>
              ))}
              {value !== undefined && !known && <option value={asWord(value)}>{optionValueTitle(name, value)}</option>}
            </select>
          </Field>
        )
      })}
      <Field label={optionLabel(METHODS)} hint="declared, person, remediated, regression, recent; none is as the profile says">
        <input name={METHODS} className="field" defaultValue={chosen.get(METHODS)} />
      </Field>
      <Field label={optionLabel(CONFIDENCE)} hint="from 0 to 1; nothing is as the profile says">
        <input name={CONFIDENCE} type="number" min={0} max={1} step="any" className="field" defaultValue={chosen.get(CONFIDENCE)} />
      </Field>
    </>
  )
}

export function readOptionFields(form: FormData): MetricOptionsInput {
  const words = own.map(({ name }) => [name, textOf(form, name)] as const).filter(([, word]) => word !== '')
  const given = toOptions({ profile: null, options: Object.fromEntries(words) }) ?? {}
  const methods = listOf(form, METHODS).map((method) => method.toUpperCase() as never)
  const confidence = textOf(form, CONFIDENCE)
  return {
    ...given,
    ...(methods.length > 0 && { attribution: { ...given.attribution, methods } }),
    ...(confidence !== '' && { minConfidence: Number(confidence) }),
  }
}

function asWord(value: string | undefined): string {
  return (value ?? '').replaceAll(' ', '').toUpperCase()
}

function isSame(word: string, value: string | undefined): boolean {
  const set = (text: string) => text.toUpperCase().split(',').sort().join()
  return set(word) === set(asWord(value))
}
