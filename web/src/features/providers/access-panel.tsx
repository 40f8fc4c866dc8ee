'use client'
import type { Column } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { ApiAccessesQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { EditableList } from '../settings/workspace/editable-list.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'
import { accessesDocument, removeAccessDocument, saveAccessDocument } from './queries.js'

type Access = ApiAccessesQuery['apiAccesses'][number] & { id: string }

/** Which providers can be asked for the commits between two deployments. */
export function AccessPanel() {
  const query = useApi(accessesDocument, {})
  return (
    <Panel
      title="Provider APIs"
      note="Ranges of commits that no event told are asked of the provider. A token needs to read repositories and pull requests, no more; it is sealed and not shown again."
    >
      <QueryView query={query} what="The accesses" skeleton={<TableSkeleton rows={2} />}>
        {({ apiAccesses }) => (
          <EditableList
            caption="Provider APIs"
            noun="access"
            rows={apiAccesses.map((access) => ({ ...access, id: `${access.integration} ${access.source}` }))}
            columns={columns}
            fields={(access) => <AccessFields access={access} />}
            save={(form) =>
              request(saveAccessDocument, {
                input: {
                  integration: textOf(form, 'integration'),
                  source: textOf(form, 'source'),
                  token: textOf(form, 'token'),
                  apiUrl: textOf(form, 'apiUrl') || null,
                },
              })
            }
            removalOf={({ integration, source }) =>
              () =>
                request(removeAccessDocument, { integration, source })
              }
          />
        )}
      </QueryView>
    </Panel>
  )
}

function AccessFields({ access }: { access: Access | null }) {
  return (
    <>
      <Field label="Provider">
        <select name="integration" className="field" defaultValue={access?.integration}>
          <option value="github">GitHub</option>
          <option value="gitlab">GitLab</option>
        </select>
      </Field>
      <Field label="Name of the source">
        <input
          name="source"
          required
          pattern="[A-Za-z0-9._\-]+"
          className="field"
          defaultValue={access?.source}
          placeholder="main"
          autoComplete="off"
        />
      </Field>
      <Field label="Token">
        <input name="token" type="password" required className="field" autoComplete="off" />
      </Field>
      <Field label="Address of its API" hint="where you host it yourself">
        <input
          name="apiUrl"
          type="url"
          className="field"
          defaultValue={access?.apiUrl ?? ''}
          placeholder="https://git.example.com/api/v4"
          autoComplete="off"
        />
      </Field>
    </>
  )
}

const columns: ReadonlyArray<Column<Access>> = [
  { name: 'provider', header: 'Provider', cell: ({ integration, source }) => `${integration} ${source}` },
  { name: 'host', header: 'Repositories of', cell: ({ host }) => host },
  { name: 'saved', header: 'Saved', cell: ({ savedAt }) => <Instant at={savedAt} /> },
]
