'use client'
import type { Column } from '../../components/data-table.js'
import type { AttestationKind } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { EditableList } from '../settings/workspace/editable-list.js'
import { textOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'
import { setTrust, type Trust } from './set-trust.js'
import { without, withRow } from './trust-rows.js'

type PredicateKind = Trust['kinds'][number]

const choices: readonly AttestationKind[] = ['PROVENANCE', 'SIGNATURE', 'SBOM', 'TESTS', 'SCAN']
const typeOf = ({ predicateType }: PredicateKind) => predicateType

/** What the statements are that Windsock does not know. */
export function PredicateKinds({ kinds }: Pick<Trust, 'kinds'>) {
  return (
    <EditableList
      caption="Kinds of other predicate types"
      noun="predicate type"
      rows={kinds.map((kind) => ({ ...kind, id: typeOf(kind) }))}
      columns={columns}
      fields={(row) => (
        <>
          <input type="hidden" name="was" defaultValue={row?.id ?? ''} />
          <Field label="Predicate type" hint="as the statement names it">
            <input
              name="predicateType"
              required
              maxLength={2000}
              className="field"
              defaultValue={row?.predicateType}
              placeholder="https://example.com/licences/v1"
              autoComplete="off"
            />
          </Field>
          <Field label="Counts as">
            <select name="kind" className="field" defaultValue={row?.kind}>
              {choices.map((kind) => (
                <option key={kind} value={kind}>
                  {words(kind)}
                </option>
              ))}
            </select>
          </Field>
        </>
      )}
      save={(form) => {
        const saved = { predicateType: textOf(form, 'predicateType'), kind: textOf(form, 'kind') as AttestationKind }
        return setTrust({ kinds: withRow(kinds, typeOf, textOf(form, 'was'), saved) })
      }}
      removalOf={({ id }) =>
        () =>
          setTrust({ kinds: without(kinds, typeOf, id) })
        }
    />
  )
}

const columns: ReadonlyArray<Column<PredicateKind & { id: string }>> = [
  { name: 'predicateType', header: 'Predicate type', cell: ({ predicateType }) => <span className="break-all">{predicateType}</span> },
  { name: 'kind', header: 'Counts as', cell: ({ kind }) => words(kind) },
]
