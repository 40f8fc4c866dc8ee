'use client'
import { Panel } from '../../../components/panel.js'
import { QueryView } from '../../../components/query-view.js'
import { TableSkeleton } from '../../../components/skeleton.js'
import type { MeasureTargetsQuery } from '../../../generated/graphql.js'
import { request } from '../../../lib/graphql-client.js'
import { useApi } from '../../../lib/use-api.js'
import { targetsDocument, updateWorkspaceDocument } from './queries.js'
import { SaveForm } from './save-form.js'
import { fieldName, readTargets, typedBound, unitTitle } from './target-fields.js'

type Definition = MeasureTargetsQuery['metricDefinitions'][number]

export function TargetsPanel() {
  const query = useApi(targetsDocument, {})
  return (
    <Panel title="Targets" note="Lines that charts draw and badges are coloured by. A measure without bounds has no target.">
      <QueryView query={query} what="The targets" skeleton={<TableSkeleton rows={6} />}>
        {({ metricDefinitions }) => (
          <SaveForm
            save={(form) => request(updateWorkspaceDocument, { input: { targets: readTargets(form, metricDefinitions) } })}
            label="Save the targets"
          >
            {metricDefinitions.map((definition) => (
              <TargetFields key={definition.key} definition={definition} />
            ))}
          </SaveForm>
        )}
      </QueryView>
    </Panel>
  )
}

function TargetFields({ definition }: { definition: Definition }) {
  const { key, title, unit, targets, ownTargets } = definition
  const own = (['low', 'high'] as const).map((bound) => typedBound(definition, ownTargets, bound)).filter(Boolean)
  return (
    <fieldset className="grid min-w-0 grid-cols-2 content-start gap-2">
      <legend className="mb-1">
        {title}{' '}
        <span className="text-muted">
          ({unitTitle(unit)}; by itself {own.join(' to ') || 'none'})
        </span>
      </legend>
      {(['low', 'high'] as const).map((bound) => (
        <label key={bound} className="grid min-w-0 gap-1">
          <span className="text-xs text-muted">{bound === 'low' ? 'Lower' : 'Upper'}</span>
          <input
            name={fieldName(key, bound)}
            type="number"
            step="any"
            className="field w-full min-w-0"
            defaultValue={typedBound(definition, targets, bound)}
          />
        </label>
      ))}
    </fieldset>
  )
}
