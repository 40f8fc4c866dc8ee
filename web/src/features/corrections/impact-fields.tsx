import { Field } from '../settings/workspace/save-form.js'

/** What an incident cost. Left empty it stays as it is; filled in it is the whole of it. */
export function ImpactFields() {
  return (
    <>
      <Field label="Customers affected" hint="the impact is set as a whole">
        <input name="customers" type="number" min={0} step={1} className="field" />
      </Field>
      <Field label="Minutes of impact">
        <input name="minutes" type="number" min={0} step="any" className="field" />
      </Field>
      <Field label="Cost">
        <input name="cost" type="number" min={0} step="any" className="field" />
      </Field>
      <Field label="Currency" hint="three letters">
        <input name="currency" pattern="[A-Za-z]{3}" maxLength={3} className="field" autoComplete="off" spellCheck={false} />
      </Field>
    </>
  )
}
