'use client'
import { useState } from 'react'
import type { AlertRoutesQuery } from '../../generated/graphql.js'
import { browserZone } from '../../lib/zone.js'
import { Field } from '../settings/workspace/save-form.js'
import type { AlertRoute } from './routes-panel.js'

type Kind = AlertRoutesQuery['alertRouteKinds'][number]

interface RouteFieldsProps {
  route: AlertRoute | null
  kinds: readonly Kind[]
  others: readonly AlertRoute[]
}

const severities = [
  { id: 'PAGE', title: 'Pages' },
  { id: 'TICKET', title: 'Tickets' },
] as const

export function RouteFields({ route, kinds, others }: RouteFieldsProps) {
  const [chosen, setChosen] = useState(route?.kind ?? 'slack')
  const kind = kinds.find(({ id }) => id === chosen)
  return (
    <>
      <Field label="Name">
        <input name="name" required maxLength={100} className="field" defaultValue={route?.name ?? ''} autoComplete="off" />
      </Field>
      <Field label="Goes to">
        <select name="kind" className="field" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          {kinds.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      {kind?.fields.map((field) => {
        const known = route?.kind === chosen ? route.fields.find(({ name }) => name === field.name) : undefined
        return (
          <Field
            key={`${chosen} ${field.name}`}
            label={field.title}
            hint={known?.set && field.secret ? 'kept unless given anew' : field.required ? undefined : 'optional'}
          >
            <input
              name={`field.${field.name}`}
              type={field.secret ? 'password' : 'text'}
              required={field.required && !(field.secret && known?.set)}
              className="field"
              placeholder={field.secret ? undefined : field.example}
              defaultValue={known?.value ?? ''}
              autoComplete="off"
            />
          </Field>
        )
      })}
      <fieldset className="grid content-start gap-1">
        <legend>Takes</legend>
        {severities.map(({ id, title }) => (
          <label key={id} className="flex items-center gap-2">
            <input
              name={id}
              type="checkbox"
              className="size-4"
              defaultChecked={!route || route.severities.length === 0 || route.severities.includes(id)}
            />{' '}
            {title}
          </label>
        ))}
      </fieldset>
      <Field label="Teams" hint="with commas; empty for all">
        <input name="teams" className="field" defaultValue={route?.teams.join(', ') ?? ''} autoComplete="off" />
      </Field>
      <Field label="Most messages an hour">
        <input name="mostPerHour" type="number" required min={1} className="field" defaultValue={route?.mostPerHour ?? 60} />
      </Field>
      <Field label="If it cannot be delivered">
        <select name="fallback" className="field" defaultValue={route?.fallback ?? ''}>
          <option value="">nothing else</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Tickets wait from" hint="hour, empty for never">
        <input name="fromHour" type="number" min={0} max={23} className="field" defaultValue={route?.quiet?.fromHour ?? ''} />
      </Field>
      <Field label="until" hint="hour">
        <input name="toHour" type="number" min={0} max={23} className="field" defaultValue={route?.quiet?.toHour ?? ''} />
      </Field>
      <Field label="Time zone of these hours">
        <input name="timeZone" className="field" defaultValue={route?.quiet?.timeZone ?? browserZone()} autoComplete="off" />
      </Field>
      <label className="flex items-center gap-2">
        <input name="enabled" type="checkbox" className="size-4" defaultChecked={route?.enabled ?? true} /> On
      </label>
    </>
  )
}
