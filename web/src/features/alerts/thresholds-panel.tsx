'use client'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { numberOf } from '../settings/workspace/form-values.js'
import { updateWorkspaceDocument } from '../settings/workspace/queries.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { alertThresholdsDocument } from './queries.js'

const thresholds = [
  { name: 'alertSilentMinutes', label: 'An indicator is silent without data for, in minutes', least: 1, most: 10_080 },
  { name: 'alertStageMinutes', label: 'A stage may take, in minutes', hint: 'where its service has finished too few before', least: 1, most: 10_080 },
  { name: 'alertApprovalHours', label: 'An approval may wait for, in hours', least: 0.1, most: 720 },
  { name: 'alertGuardFactor', label: 'While a rollout is under way a budget may burn, times as fast as allowed', least: 0.1, most: 1_000 },
] as const

export function AlertRulesPanel() {
  const query = useApi(alertThresholdsDocument, {})
  return (
    <Panel title="Alert rules" note="From when on rules hold. They are looked at once a minute; all of them are listed under Alerts.">
      <QueryView query={query} what="The rules" skeleton={<TableSkeleton rows={2} />}>
        {({ workspace }) => (
          <SaveForm save={(form) => request(updateWorkspaceDocument, { input: inputOf(form) })} label="Save the alert rules">
            {thresholds.map(({ name, label, least, most, ...rest }) => (
              <Field key={name} label={label} {...rest}>
                <input name={name} type="number" min={least} max={most} step="any" required className="field" defaultValue={workspace[name]} />
              </Field>
            ))}
          </SaveForm>
        )}
      </QueryView>
    </Panel>
  )
}

function inputOf(form: FormData) {
  return Object.fromEntries(thresholds.map(({ name }) => [name, numberOf(form, name)]))
}
