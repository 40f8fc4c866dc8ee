'use client'
import { type MouseEvent, useState } from 'react'
import { Button } from '../../components/button.js'
import type { Comparison, SuggestObjectiveQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { numberOf, textOf } from '../settings/workspace/form-values.js'
import { quantityText } from '../releases/effect-words.js'
import { suggestObjectiveDocument } from './preview-queries.js'

type Suggestion = SuggestObjectiveQuery['suggestObjective']

/** Asks what target the last 30 days would bear, says why, and fills it in. */
export function TargetSuggestion() {
  const [said, setSaid] = useState<Suggestion | string | null>(null)
  async function suggest({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const { form } = currentTarget
    if (!form) return
    const values = new FormData(form)
    const [service, indicator, op] = ['service', 'indicator', 'op'].map((name) => textOf(values, name)) as [string, string, string]
    if (!service || !indicator) return setSaid('Name the service and the indicator first.')
    const compared = op === '' ? {} : { op: op as Comparison, value: numberOf(values, 'value') }
    try {
      const { suggestObjective } = await request(suggestObjectiveDocument, { service, indicator, ...compared })
      const field = form.elements.namedItem('target')
      if (suggestObjective.target && field instanceof HTMLInputElement) field.value = String(Number((suggestObjective.target * 100).toPrecision(12)))
      setSaid(suggestObjective)
    } catch (error) {
      setSaid((error as Error).message)
    }
  }
  return (
    <div className="grid gap-2 text-sm sm:col-span-full">
      <span>
        <Button onClick={suggest}>Suggest a target</Button>
      </span>
      <div role="status">{typeof said === 'string' ? <p className="text-bad">{said}</p> : said && <Reasons suggestion={said} />}</div>
    </div>
  )
}

function Reasons({ suggestion: { reasons, thresholds } }: { suggestion: Suggestion }) {
  return (
    <ul className="list-disc pl-5 text-muted">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
      {thresholds.map(({ share, value }) => (
        <li key={share}>
          {share * 100} % were at most {quantityText(value, '')} in the indicator’s unit.
        </li>
      ))}
    </ul>
  )
}
