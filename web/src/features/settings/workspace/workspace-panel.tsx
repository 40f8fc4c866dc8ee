'use client'
import { Panel } from '../../../components/panel.js'
import { QueryView } from '../../../components/query-view.js'
import { TableSkeleton } from '../../../components/skeleton.js'
import type { WorkspaceInput, WorkspaceRulesQuery } from '../../../generated/graphql.js'
import { sentence, words } from '../../../lib/formats.js'
import { request } from '../../../lib/graphql-client.js'
import { useApi } from '../../../lib/use-api.js'
import { allZones } from '../../../lib/zone.js'
import { listOf, numberOf, readTiers, textOf, writeTiers } from './form-values.js'
import { OptionFields, readOptionFields } from './option-fields.js'
import { updateWorkspaceDocument, workspaceDocument } from './queries.js'
import { Field, SaveForm } from './save-form.js'

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

export function WorkspacePanel() {
  const query = useApi(workspaceDocument, {})
  return (
    <Panel title="Workspace" note="How this workspace counts. A change of what facts rest on derives all of them again.">
      <QueryView query={query} what="The rules of the workspace" skeleton={<TableSkeleton rows={6} />}>
        {(data) => (
          <SaveForm save={(form) => request(updateWorkspaceDocument, { input: toInput(form) })} label="Save the rules">
            <ReadingFields {...data} />
            <OptionFields {...data} />
            <DerivingFields {...data} />
          </SaveForm>
        )}
      </QueryView>
    </Panel>
  )
}

/** What only moves how facts are read. */
function ReadingFields({ workspace, metricProfiles, calendars }: WorkspaceRulesQuery) {
  return (
    <>
      <Field label="Profile of the measures">
        <select name="profile" className="field" defaultValue={workspace.profile}>
          {metricProfiles.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Time zone">
        <select name="timeZone" className="field" defaultValue={workspace.timeZone}>
          {allZones().map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      </Field>
      <Field label="A week begins on">
        <select name="weekStart" className="field" defaultValue={workspace.weekStart}>
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {sentence(words(day))}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Business hours">
        <select name="calendar" className="field" defaultValue={workspace.calendar ?? ''}>
          <option value="">Monday to Friday, nine to five</option>
          {calendars.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </Field>
      <Field label="When a service changes teams, its history">
        <select name="ownership" className="field" defaultValue={workspace.ownership}>
          <option value="CURRENT">moves to the new team</option>
          <option value="HISTORICAL">stays with the team of then</option>
        </select>
      </Field>
      <Field label="Badges">
        <select name="publicBadges" className="field" defaultValue={String(workspace.publicBadges)}>
          <option value="false">are read with a token</option>
          <option value="true">are shown to anyone</option>
        </select>
      </Field>
      <Field label="Required provenance" hint="commas between">
        <input name="provenance" className="field" defaultValue={workspace.requiredProvenance.default.join(', ')} />
      </Field>
      <Field label="Required by tier" hint="tier: field, field on each line">
        <textarea name="byTier" rows={3} className="field" defaultValue={writeTiers(workspace.requiredProvenance.byTier)} />
      </Field>
    </>
  )
}

/** What facts are derived with. */
function DerivingFields({ workspace }: Pick<WorkspaceRulesQuery, 'workspace'>) {
  const { hotfix } = workspace
  return (
    <>
      <Field label="Production patterns" hint="words between separators, or globs">
        <input name="patterns" className="field" defaultValue={workspace.productionPatterns.join(', ')} />
      </Field>
      <Field label="Attribution window, in hours">
        <input
          name="window"
          type="number"
          min={0.25}
          max={8760}
          step="any"
          required
          className="field"
          defaultValue={workspace.attributionWindowHours}
        />
      </Field>
      <Field label="Reports of one rollout lie apart by at most, in minutes">
        <input name="slack" type="number" min={0} max={1440} step="any" required className="field" defaultValue={workspace.mergeSlackMinutes} />
      </Field>
      <Field label="Incidents of several sources are one within, in minutes" hint="0 joins none">
        <input
          name="incidentMerge"
          type="number"
          min={0}
          max={1440}
          step="any"
          required
          className="field"
          defaultValue={workspace.incidentMergeMinutes}
        />
      </Field>
      <Field label="Hotfix by label">
        <input name="labels" className="field" defaultValue={hotfix.labels.join(', ')} />
      </Field>
      <Field label="Hotfix by branch" hint="globs">
        <input name="branches" className="field" defaultValue={hotfix.branches.join(', ')} />
      </Field>
      <Field label="Hotfix by tag" hint="globs">
        <input name="tags" className="field" defaultValue={hotfix.tags.join(', ')} />
      </Field>
      <Field label="Authors whose commits are no changes" hint="bots, as in *[bot]*">
        <input name="ignoredAuthors" className="field" defaultValue={workspace.ignoredAuthors.join(', ')} />
      </Field>
    </>
  )
}

function toInput(form: FormData): WorkspaceInput {
  return {
    profile: textOf(form, 'profile'),
    options: readOptionFields(form),
    timeZone: textOf(form, 'timeZone'),
    weekStart: weekdays.find((day) => day === form.get('weekStart')) ?? 'MONDAY',
    calendar: textOf(form, 'calendar') || null,
    ownership: form.get('ownership') === 'HISTORICAL' ? 'HISTORICAL' : 'CURRENT',
    requiredProvenance: { default: listOf(form, 'provenance'), byTier: readTiers(textOf(form, 'byTier')) },
    productionPatterns: listOf(form, 'patterns'),
    attributionWindowHours: numberOf(form, 'window'),
    mergeSlackMinutes: numberOf(form, 'slack'),
    incidentMergeMinutes: numberOf(form, 'incidentMerge'),
    ignoredAuthors: listOf(form, 'ignoredAuthors'),
    publicBadges: form.get('publicBadges') === 'true',
    hotfix: { labels: listOf(form, 'labels'), branches: listOf(form, 'branches'), tags: listOf(form, 'tags') },
  }
}
