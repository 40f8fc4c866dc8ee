'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '../../components/button.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import type { IndicatorKind } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { indicatorInputOf, selectorsOf } from './indicator-input.js'
import { saveIndicatorDocument, tryIndicatorDocument } from './queries.js'

const kinds: { id: IndicatorKind; title: string }[] = [
  { id: 'RATIO', title: 'Bad events of all events' },
  { id: 'LATENCY', title: 'Requests that are quick enough' },
  { id: 'GAUGE', title: 'A value' },
]

export function IndicatorForm() {
  const [kind, setKind] = useState<IndicatorKind>('RATIO')
  const place = useRef<HTMLDivElement>(null)
  const trial = useMutation({ mutationFn: (form: FormData) => request(tryIndicatorDocument, { input: indicatorInputOf(form) }) })
  function look() {
    const form = place.current?.querySelector('form')
    if (form) trial.mutate(new FormData(form))
  }
  const found = trial.data?.tryIndicator
  return (
    <div ref={place} className="grid gap-3">
      <SaveForm save={(form) => request(saveIndicatorDocument, { input: indicatorInputOf(form) })} label="Save indicator">
        <Field label="Name">
          <input name="name" required maxLength={200} className="field" placeholder="availability" autoComplete="off" />
        </Field>
        <Field label="What it is">
          <select name="kind" className="field" value={kind} onChange={(event) => setKind(event.currentTarget.value as IndicatorKind)}>
            {kinds.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        {selectorsOf(kind).map(({ name, title, example }) => (
          <Field key={name} label={title} hint="metric and labels">
            <input name={name} required className="field font-mono text-xs" placeholder={example} autoComplete="off" spellCheck={false} />
          </Field>
        ))}
        {kind === 'LATENCY' && (
          <Field label="Longest good time" hint="in the histogram's unit">
            <input name="threshold" type="number" required min={0} step="any" className="field" defaultValue={0.5} />
          </Field>
        )}
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
