import { Field } from '../settings/workspace/save-form.js'
import { fieldLabel } from './field-label.js'

/** Instants as they are sent, so that the offset is never in doubt. */
export function TimeFields({ times }: { times: Readonly<Record<string, string>> }) {
  return Object.entries(times).map(([name, at]) => (
    <Field key={name} label={fieldLabel(name)} hint="UTC, or with its offset">
      <input
        key={at}
        name={name}
        className="field tabular-nums"
        defaultValue={at}
        placeholder="2026-11-02T10:04:00Z"
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  ))
}
