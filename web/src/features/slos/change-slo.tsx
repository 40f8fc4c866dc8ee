'use client'
import type { SloQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { RemoveButton } from '../settings/workspace/row-actions.js'
import { deleteSloDocument } from './queries.js'
import { SloForm } from './slo-form.js'
import { fitsForm } from './slo-input.js'

/** Changes or removes an objective; what the form cannot show is changed by its file. */
export function ChangeSlo({ slo }: { slo: NonNullable<SloQuery['slo']> }) {
  return (
    <details className="no-print rounded-md border border-edge bg-surface px-4 py-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">Change this objective</summary>
      {fitsForm(slo) ? (
        <SloForm slo={slo} />
      ) : (
        <p className="py-2 text-muted">
          It has {slo.objectives.length} objectives that this form cannot show, and is changed by OpenSLO:{' '}
          <code className="font-mono">windsock apply -f</code>.
        </p>
      )}
      <RemoveButton name={slo.displayName} remove={() => request(deleteSloDocument, { name: slo.name })} />
    </details>
  )
}
