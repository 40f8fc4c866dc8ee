'use client'
import { Badge } from '../../../components/badge.js'
import type { Column } from '../../../components/data-table.js'
import { LoadMore } from '../../../components/load-more.js'
import { Panel } from '../../../components/panel.js'
import { QueryView } from '../../../components/query-view.js'
import { TableSkeleton } from '../../../components/skeleton.js'
import type { CatalogueQuery, CatalogueTeamsQuery } from '../../../generated/graphql.js'
import { request } from '../../../lib/graphql-client.js'
import { useApi } from '../../../lib/use-api.js'
import { usePagedApi } from '../../../lib/use-paged-api.js'
import { EditableList, NameField } from './editable-list.js'
import { listOf, numberOf, textOf } from './form-values.js'
import {
  catalogueDocument,
  deleteApproverGroupDocument,
  deleteEnvironmentDocument,
  deleteTeamDocument,
  putApproverGroupDocument,
  putEnvironmentDocument,
  putTeamDocument,
  teamsDocument,
} from './queries.js'
import { Field } from './save-form.js'

type Team = CatalogueTeamsQuery['teams']['edges'][number]['node']
type Environment = CatalogueQuery['environments'][number]
type Group = CatalogueQuery['approverGroups'][number]

export function TeamsPanel() {
  const query = usePagedApi(teamsDocument, { first: 50, after: null as string | null }, ({ teams }) => teams)
  return (
    <Panel title="Teams" note="Those that services name are listed too.">
      <QueryView query={query} what="The teams" skeleton={<TableSkeleton rows={3} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ teams }) => teams.edges.map(({ node }) => node))
          return (
            <>
              <EditableList
                caption="Teams"
                noun="team"
                rows={rows}
                columns={teamColumns}
                fields={(team) => <TeamFields team={team} />}
                save={(form) =>
                  request(putTeamDocument, { name: textOf(form, 'name'), input: { title: textOf(form, 'title'), members: listOf(form, 'members') } })
                }
                removalOf={({ id, declared }) => (declared ? () => request(deleteTeamDocument, { name: id }) : null)}
              />
              {query.hasNextPage && <LoadMore noun="teams" shown={rows.length} total={pages[0]?.teams.totalCount ?? 0} {...query} />}
            </>
          )
        }}
      </QueryView>
    </Panel>
  )
}

function TeamFields({ team }: { team: Team | null }) {
  return (
    <>
      <NameField id={team?.id} />
      <Field label="Title">
        <input name="title" className="field" defaultValue={team && team.title !== team.id ? team.title : ''} />
      </Field>
      <Field label="Members" hint="logins, one on each line">
        <textarea name="members" rows={3} className="field" defaultValue={team?.members.join('\n')} />
      </Field>
    </>
  )
}

export function EnvironmentsPanel() {
  const query = useApi(catalogueDocument, {})
  return (
    <Panel title="Environments" note="What is declared of one outranks the workspace's patterns. A change derives all facts again.">
      <QueryView query={query} what="The environments" skeleton={<TableSkeleton rows={3} />}>
        {({ environments }) => (
          <EditableList
            caption="Environments"
            noun="environment"
            rows={environments}
            columns={environmentColumns}
            fields={(environment) => <EnvironmentFields environment={environment} />}
            save={(form) => request(putEnvironmentDocument, { name: textOf(form, 'name'), production: form.get('production') === 'on' })}
            removalOf={({ id, declared }) => (declared ? () => request(deleteEnvironmentDocument, { name: id }) : null)}
          />
        )}
      </QueryView>
    </Panel>
  )
}

function EnvironmentFields({ environment }: { environment: Environment | null }) {
  return (
    <>
      <NameField id={environment?.id} />
      <label className="flex items-center gap-2 self-end pb-2">
        <input name="production" type="checkbox" defaultChecked={environment?.production} className="size-4" /> It is production
      </label>
    </>
  )
}

export function ApproverGroupsPanel() {
  const query = useApi(catalogueDocument, {})
  return (
    <Panel title="Approver groups" note="Who may approve what. An empty list of services, environments or risks means all of them.">
      <QueryView query={query} what="The approver groups" skeleton={<TableSkeleton rows={3} />}>
        {({ approverGroups }) => (
          <EditableList
            caption="Approver groups"
            noun="group"
            rows={approverGroups}
            columns={groupColumns}
            fields={(group) => <GroupFields group={group} />}
            save={(form) => request(putApproverGroupDocument, { name: textOf(form, 'name'), input: groupInput(form) })}
            removalOf={({ id }) =>
              () =>
                request(deleteApproverGroupDocument, { name: id })
              }
          />
        )}
      </QueryView>
    </Panel>
  )
}

function GroupFields({ group }: { group: Group | null }) {
  const lists = [
    ['services', 'Services', group?.services],
    ['environments', 'Environments', group?.environments],
    ['risks', 'Risk classes', group?.risks],
  ] as const
  return (
    <>
      <NameField id={group?.id} />
      <Field label="Needed to grant">
        <input name="quorum" type="number" min={1} max={100} required className="field" defaultValue={group?.quorum ?? 1} />
      </Field>
      <Field label="Members" hint="logins, one on each line">
        <textarea name="members" rows={3} className="field" defaultValue={group?.members.join('\n')} />
      </Field>
      {lists.map(([name, label, value]) => (
        <Field key={name} label={label} hint="commas between">
          <input name={name} className="field" defaultValue={value?.join(', ')} />
        </Field>
      ))}
      <input type="hidden" name="title" defaultValue={group && group.title !== group.id ? group.title : ''} />
    </>
  )
}

function groupInput(form: FormData) {
  const lists = { members: listOf(form, 'members'), services: listOf(form, 'services') }
  const more = { environments: listOf(form, 'environments'), risks: listOf(form, 'risks') }
  return { title: textOf(form, 'title'), quorum: numberOf(form, 'quorum'), ...lists, ...more }
}

const teamColumns: ReadonlyArray<Column<Team>> = [
  {
    name: 'team',
    header: 'Team',
    cell: ({ title, declared }) => (
      <>
        {title} {!declared && <Badge title="Services name it; nobody has declared it">undeclared</Badge>}
      </>
    ),
  },
  { name: 'members', header: 'Members', cell: ({ members }) => members.join(', ') || '—' },
]

const environmentColumns: ReadonlyArray<Column<Environment>> = [
  { name: 'environment', header: 'Environment', cell: ({ id }) => id },
  { name: 'production', header: 'Production', cell: ({ production }) => (production ? 'yes' : 'no') },
  { name: 'why', header: 'By', cell: ({ declared }) => (declared ? 'declaration' : 'pattern') },
]

const groupColumns: ReadonlyArray<Column<Group>> = [
  { name: 'group', header: 'Group', cell: ({ title }) => title },
  { name: 'members', header: 'Members', cell: ({ members }) => members.join(', ') || '—' },
  { name: 'quorum', header: 'Needed', numeric: true, cell: ({ quorum }) => quorum },
  { name: 'services', header: 'Services', cell: ({ services }) => services.join(', ') || 'all' },
  { name: 'environments', header: 'Environments', cell: ({ environments }) => environments.join(', ') || 'all' },
  { name: 'risks', header: 'Risk classes', cell: ({ risks }) => risks.join(', ') || 'all' },
]
