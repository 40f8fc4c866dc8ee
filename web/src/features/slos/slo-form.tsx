'use client'
import { useApi } from '../../lib/use-api.js'
import { request } from '../../lib/graphql-client.js'
import { numberOf, textOf } from '../settings/workspace/form-values.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { TargetSuggestion } from './target-suggestion.js'
import { indicatorsDocument, saveSloDocument } from './queries.js'

export function SloForm() {
  const query = useApi(indicatorsDocument, {})
  const known = query.data?.indicators.map(({ name }) => name).join(', ')
  const hint = known ? `declared are ${known}; or the sli of reported events` : 'declared below, or the sli of reported events'
  return (
    <SaveForm save={save} label="Save objective">
      <Field label="Name">
        <input name="name" required maxLength={200} className="field" placeholder="checkout-availability" autoComplete="off" />
      </Field>
      <Field label="Service">
        <input name="service" required maxLength={200} className="field" autoComplete="off" />
      </Field>
      <Field label="Indicator" hint={hint}>
        <input name="indicator" required maxLength={200} className="field" autoComplete="off" />
      </Field>
      <Field label="Target" hint="per cent that must be good">
        <input name="target" type="number" required min={0.001} max={99.9999} step="any" className="field" defaultValue={99.9} />
      </Field>
      <Field label="Window" hint="days, up to 90">
        <input name="windowDays" type="number" required min={1} max={90} className="field" defaultValue={30} />
      </Field>
      <Field label="A good value is" hint="only where the indicator is a value">
        <span className="flex gap-2">
          <select name="op" className="field" defaultValue="" aria-label="Comparison">
            <option value="">events are counted</option>
            <option value="LTE">at most</option>
            <option value="LT">below</option>
            <option value="GTE">at least</option>
            <option value="GT">above</option>
          </select>
          <input name="value" type="number" step="any" className="field" aria-label="Value" />
        </span>
      </Field>
      <TargetSuggestion />
    </SaveForm>
  )
}

async function save(form: FormData) {
  const op = textOf(form, 'op')
  const input = {
    name: textOf(form, 'name'),
    service: textOf(form, 'service'),
    indicator: textOf(form, 'indicator'),
    // 99.9 / 100 is a little below 0.999.
    target: Number((numberOf(form, 'target') / 100).toPrecision(12)),
    windowDays: numberOf(form, 'windowDays'),
    op: op === '' ? null : (op as 'LT' | 'LTE' | 'GT' | 'GTE'),
    value: op === '' ? null : numberOf(form, 'value'),
  }
  await request(saveSloDocument, { input })
}
