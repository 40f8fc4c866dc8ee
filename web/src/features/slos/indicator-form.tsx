'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '../../components/button.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import type { IndicatorKind, IndicatorsQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { indicatorInputOf, places, selectorsOf, type Side, writeSelector } from './indicator-input.js'
import { saveIndicatorDocument, tryIndicatorDocument } from './queries.js'

export type Indicator = IndicatorsQuery['indicators'][number]

const kinds: { id: IndicatorKind; title: string }[] = [
  { id: 'RATIO', title: 'Good or bad events of all events' },
  { id: 'LATENCY', title: 'Requests that are quick enough' },
  { id: 'GAUGE', title: 'A value' },
  { id: 'REPORTED', title: 'What events report (sli.sampled)' },
]

/** Declares an indicator, or shows the one that is there for changing. */
export function IndicatorForm({ indicator = null, onDone }: { indicator?: Indicator | null; onDone?: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const trial = useMutation({ mutationFn: (form: FormData) => request(tryIndicatorDocument, { input: indicatorInputOf(form) }) })
  function look() {
    const form = place.current?.querySelector('form')
    if (form) trial.mutate(new FormData(form))
  }
  const found = trial.data?.tryIndicator
  return (
    <div ref={place} className="grid gap-3">
      <SaveForm save={(form) => request(saveIndicatorDocument, { input: indicatorInputOf(form) })} label="Save indicator" onDone={onDone}>
        <Field label="Name">
          <input
            name="name"
            required
            maxLength={200}
            className="field"
            placeholder="availability"
            defaultValue={indicator?.name}
            readOnly={indicator !== null}
            autoComplete="off"
          />
        </Field>
        <MeasureFields indicator={indicator} />
        <TextField name="displayName" label="Title" value={indicator?.displayName} />
        <TextField name="description" label="Description" value={indicator?.description} />
        <TextField name="ofService" label="Only of the service" hint="of every service where it is empty" value={indicator?.service} />
        <TextField name="unit" label="Unit" hint="of values and durations, such as s, ms or By" value={indicator?.unit ?? '1'} />
        <fieldset className="grid gap-3 sm:col-span-2 sm:grid-cols-2">
          <legend className="mb-1 text-muted">Labels that say where a point belongs, where they are not the usual ones</legend>
          {places.map(({ name, usual }) => (
            <TextField key={name} name={`label.${name}`} label={words(name)} hint={`usually ${usual}`} value={indicator?.labels[name]} />
          ))}
        </fieldset>
      </SaveForm>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={trial.isPending} onClick={look}>
          Try it on what was sent
        </Button>
        <span role="status" className={trial.isError ? 'text-bad' : 'text-muted'}>
          {trial.isError && trial.error.message}
          {found && `Reads ${found.matched} of ${found.looked} series that were sent in the last three days.`}
        </span>
      </div>
      {found && found.series.length > 0 && (
        <ul className="grid gap-1 text-xs">
          {found.series.slice(0, 10).map(({ series, service, environment, version }) => (
            <li key={`${series.source} ${series.metric} ${series.labels.map(({ name, value }) => `${name}=${value}`).join()}`}>
              <span className="font-medium">{[service, environment, version].filter(Boolean).join(', ')}</span>{' '}
              <code className="font-mono break-all text-muted">
                {series.metric}
                {`{${series.labels.map(({ name, value }) => `${name}="${value}"`).join(', ')}}`}
              </code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface TextFieldProps {
  name: string
  label: string
  hint?: string
  value: string | null | undefined
}

function TextField({ name, label, hint, value }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      <input name={name} className="field" defaultValue={value ?? ''} autoComplete="off" spellCheck={false} />
    </Field>
  )
}

function MeasureFields({ indicator }: { indicator: Indicator | null }) {
  const [kind, setKind] = useState<IndicatorKind>(indicator?.kind ?? 'RATIO')
  const [side, setSide] = useState<Side>(indicator?.good ? 'good' : 'bad')
  return (
    <>
      <Field label="What it is">
        <select name="kind" className="field" value={kind} onChange={(event) => setKind(event.currentTarget.value as IndicatorKind)}>
          {kinds.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'RATIO' && (
        <Field label="Counted beside all events">
          <select name="side" className="field" value={side} onChange={(event) => setSide(event.currentTarget.value as Side)}>
            <option value="bad">those that are bad</option>
            <option value="good">those that are good</option>
          </select>
        </Field>
      )}
      {selectorsOf(kind, side).map(({ name, title, example }) => (
        <Field key={name} label={title} hint="metric and labels">
          <input
            name={name}
            required
            className="field font-mono text-xs"
            placeholder={example}
            defaultValue={indicator?.[name] ? writeSelector(indicator[name]) : ''}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      ))}
      {kind === 'LATENCY' && (
        <Field label="Longest good time" hint="in the histogram's unit">
          <input name="threshold" type="number" required min={0} step="any" className="field" defaultValue={indicator?.threshold ?? 0.5} />
        </Field>
      )}
    </>
  )
}
