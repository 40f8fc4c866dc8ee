'use client'
import { useState } from 'react'
import type { BudgetingMethod, SloQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { indicatorsDocument, saveSloDocument } from './queries.js'
import { ComparisonInputs, TargetInput } from './objective-inputs.js'
import { type Judged, percentOf, sloInputOf } from './slo-input.js'
import { SloParts } from './slo-parts.js'
import { TargetSuggestion } from './target-suggestion.js'

type Slo = NonNullable<SloQuery['slo']>

const DAY_SECONDS = 86_400
const judgements: { id: Judged; title: string }[] = [
  { id: 'ONE', title: 'One indicator' },
  { id: 'PARTS', title: 'Several indicators by weight (composite)' },
]
const methods: { id: BudgetingMethod; title: string }[] = [
  { id: 'OCCURRENCES', title: 'Events' },
  { id: 'TIMESLICES', title: 'Slices of time, each good or bad' },
  { id: 'RATIO_TIMESLICES', title: 'Slices of time, by the share of each' },
]

/** Declares an objective or a composite of several, or shows the one that is there for changing. */
export function SloForm({ slo = null }: { slo?: Slo | null }) {
  const objective = slo?.objectives[0]
  const [judged, setJudged] = useState<Judged>(slo?.composite ? 'PARTS' : 'ONE')
  return (
    <SaveForm save={(form) => request(saveSloDocument, { input: sloInputOf(form) })} label="Save objective">
      <NameFields slo={slo} />
      <Field label="Judged by">
        <select name="judged" className="field" value={judged} onChange={(event) => setJudged(event.currentTarget.value as Judged)}>
          {judgements
            .filter(({ id }) => !slo?.composite || id === 'PARTS')
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </Field>
      <Field label="Window" hint="days, up to 90">
        <input
          name="windowDays"
          type="number"
          required
          min={1}
          max={90}
          step="any"
          className="field"
          defaultValue={(slo?.windowSeconds ?? 30 * DAY_SECONDS) / DAY_SECONDS}
        />
      </Field>
      {judged === 'PARTS' ? <SloParts objectives={slo?.objectives ?? []} /> : <OneIndicator objective={objective} />}
      <SliceFields method={slo?.budgetingMethod} seconds={objective?.timeSliceSeconds} target={objective?.timeSliceTarget} />
      <Field label="Alert policies" hint="names from OpenSLO, with commas; none for the burn rules">
        <input name="alertPolicies" className="field" defaultValue={slo?.alertPolicies.map(({ name }) => name).join(', ')} autoComplete="off" />
      </Field>
      {judged === 'ONE' && <TargetSuggestion />}
    </SaveForm>
  )
}

function OneIndicator({ objective }: { objective: Slo['objectives'][number] | undefined }) {
  return (
    <>
      <IndicatorField indicator={objective?.indicator} />
      <Field label="Target" hint="per cent that must be good">
        <TargetInput name="target" target={objective?.target} />
      </Field>
      <Field label="A good value is" hint="only where the indicator is a value">
        <ComparisonInputs names={['op', 'value']} objective={objective} />
      </Field>
    </>
  )
}

function NameFields({ slo }: { slo: Slo | null }) {
  return (
    <>
      <Field label="Name">
        <input
          name="name"
          required
          maxLength={200}
          className="field"
          placeholder="checkout-availability"
          defaultValue={slo?.name}
          readOnly={slo !== null}
          autoComplete="off"
        />
      </Field>
      <Field label="Title" hint="shown in place of the name">
        <input name="displayName" className="field" defaultValue={slo && slo.displayName !== slo.name ? slo.displayName : ''} autoComplete="off" />
      </Field>
      <Field label="Description">
        <textarea name="description" rows={2} className="field" defaultValue={slo?.description} />
      </Field>
      <Field label="Service">
        <input name="service" required maxLength={200} className="field" defaultValue={slo?.service} autoComplete="off" />
      </Field>
    </>
  )
}

function IndicatorField({ indicator }: { indicator: string | undefined }) {
  const query = useApi(indicatorsDocument, {})
  const known = query.data?.indicators.map(({ name }) => name).join(', ')
  const hint = known ? `declared are ${known}; or the sli of reported events` : 'declared on the page Objectives, or the sli of reported events'
  return (
    <Field label="Indicator" hint={hint}>
      <input name="indicator" required maxLength={200} className="field" defaultValue={indicator} autoComplete="off" />
    </Field>
  )
}

interface SliceFieldsProps {
  method: BudgetingMethod | undefined
  seconds: number | null | undefined
  target: number | null | undefined
}

function SliceFields({ method: before = 'OCCURRENCES', seconds, target }: SliceFieldsProps) {
  const [method, setMethod] = useState<BudgetingMethod>(before)
  return (
    <>
      <Field label="What is counted">
        <select name="budgetingMethod" className="field" value={method} onChange={(event) => setMethod(event.currentTarget.value as BudgetingMethod)}>
          {methods.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      {method !== 'OCCURRENCES' && (
        <Field label="Slice" hint="minutes, up to a day">
          <input name="timeSliceMinutes" type="number" required min={1} max={1440} className="field" defaultValue={(seconds ?? 300) / 60} />
        </Field>
      )}
      {method === 'TIMESLICES' && (
        <Field label="A good slice has" hint="per cent that are good">
          <input
            name="timeSliceTarget"
            type="number"
            required
            min={0.001}
            max={100}
            step="any"
            className="field"
            defaultValue={percentOf(target ?? 0.95)}
          />
        </Field>
      )}
    </>
  )
}
