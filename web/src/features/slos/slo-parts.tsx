'use client'
import { useId, useState } from 'react'
import { Button } from '../../components/button.js'
import type { SloQuery } from '../../generated/graphql.js'
import { useApi } from '../../lib/use-api.js'
import { Field } from '../settings/workspace/save-form.js'
import { ComparisonInputs, TargetInput } from './objective-inputs.js'
import { knownIndicatorsDocument } from './queries.js'

type Objective = NonNullable<SloQuery['slo']>['objectives'][number]

const LEAST_PARTS = 2

/** The parts of a composite, each with its indicator, its target and its weight. */
export function SloParts({ objectives }: { objectives: readonly Objective[] }) {
  const known = useId()
  const [parts, setParts] = useState(() => Array.from({ length: Math.max(LEAST_PARTS, objectives.length) }, (_, key) => key))
  return (
    <fieldset className="grid gap-3 rounded-md border border-edge p-3 sm:col-span-full">
      <legend className="px-1">
        Parts <span className="text-muted">(judged together: the target is the mean of theirs by weight)</span>
      </legend>
      <KnownIndicators id={known} />
      {parts.map((key, index) => (
        <Part
          key={key}
          number={index + 1}
          known={known}
          objective={objectives[key]}
          remove={parts.length > LEAST_PARTS ? () => setParts(parts.filter((other) => other !== key)) : null}
        />
      ))}
      <span>
        <Button onClick={() => setParts([...parts, Math.max(...parts) + 1])}>Add a part</Button>
      </span>
    </fieldset>
  )
}

interface PartProps {
  number: number
  /** Id of the list of indicators to choose from. */
  known: string
  objective: Objective | undefined
  /** Null where no fewer parts make a composite. */
  remove: (() => void) | null
}

function Part({ number, known, objective, remove }: PartProps) {
  return (
    <div role="group" aria-label={`Part ${number}`} className="grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr_2fr_auto]">
      <Field label={`Indicator of part ${number}`}>
        <input name="partIndicator" list={known} required maxLength={200} className="field" defaultValue={objective?.indicator} autoComplete="off" />
      </Field>
      <Field label="Target" hint="per cent">
        <TargetInput name="partTarget" target={objective?.target} />
      </Field>
      <Field label="Weight">
        <input name="partWeight" type="number" required min={0.001} step="any" className="field" defaultValue={objective?.weight ?? 1} />
      </Field>
      <Field label="A good value is">
        <ComparisonInputs names={['partOp', 'partValue']} objective={objective} of={` of part ${number}`} />
      </Field>
      <span>{remove && <Button onClick={remove}>Remove part {number}</Button>}</span>
    </div>
  )
}

/** Those that are declared, and those that were reported. */
function KnownIndicators({ id }: { id: string }) {
  const { data } = useApi(knownIndicatorsDocument, {})
  const names = new Set([...(data?.indicators.map(({ name }) => name) ?? []), ...(data?.keptIndicators ?? [])])
  return (
    <datalist id={id}>
      {[...names].sort().map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  )
}
