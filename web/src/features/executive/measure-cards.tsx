import type { ScopeInput } from '../../generated/graphql.js'
import { MeasureCard } from './measure-card.js'
import { MeasureGrid } from './measure-grid.js'
import { MeasuresExport } from './measures-export.js'
import type { Measure } from './use-measures.js'

/** A card for each measure, and all of them as CSV. */
export function MeasureCards({ metrics, scope, service }: { metrics: readonly Measure[]; scope: ScopeInput; service?: string }) {
  return (
    <div className="grid gap-1">
      <MeasureGrid>
        {metrics.map((measure) => (
          <MeasureCard key={measure.key} measure={measure} service={service} />
        ))}
      </MeasureGrid>
      <div className="flex justify-end">
        <MeasuresExport scope={scope} />
      </div>
    </div>
  )
}
