'use client'
import type { Column } from '../../components/data-table.js'
import { EditableList, NameField } from '../settings/workspace/editable-list.js'
import { listOf, textOf } from '../settings/workspace/form-values.js'
import { Field } from '../settings/workspace/save-form.js'
import { PredicateKinds } from './predicate-kinds.js'
import { setTrust, type Trust } from './set-trust.js'
import { without, withRow } from './trust-rows.js'
import { TrustedRoot } from './trusted-root.js'

type Identity = Trust['identities'][number]
type Key = Trust['publicKeys'][number]
type Source = Trust['sources'][number]

/** Shows and changes whom the workspace believes. */
export function TrustLists({ identities, publicKeys, sources, kinds, trustedRoot }: Trust) {
  return (
    <div className="grid gap-6">
      <Identities identities={identities} />
      <Keys publicKeys={publicKeys} />
      <Sources sources={sources} />
      <PredicateKinds kinds={kinds} />
      <TrustedRoot trustedRoot={trustedRoot} />
    </div>
  )
}

const identityId = ({ issuer, identity }: Identity) => `${identity} by ${issuer}`

function Identities({ identities }: Pick<Trust, 'identities'>) {
  return (
    <EditableList
      caption="Signers of Sigstore bundles"
      noun="identity"
      rows={identities.map((identity) => ({ ...identity, id: identityId(identity) }))}
      columns={identityColumns}
      fields={(row) => (
        <>
          <input type="hidden" name="was" defaultValue={row?.id ?? ''} />
          <Field label="Issuer" hint="word for word">
            <input
              name="issuer"
              required
              className="field"
              defaultValue={row?.issuer}
              placeholder="https://token.actions.githubusercontent.com"
              autoComplete="off"
            />
          </Field>
          <Field label="Identity" hint="an expression that the whole of it must match">
            <input
              name="identity"
              required
              maxLength={500}
              className="field font-mono"
              defaultValue={row?.identity}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
          <RepositoriesField repositories={row?.repositories} />
        </>
      )}
      save={(form) => {
        const saved = { issuer: textOf(form, 'issuer'), identity: textOf(form, 'identity'), repositories: repositoriesOf(form) }
        return setTrust({ identities: withRow(identities, identityId, textOf(form, 'was'), saved) })
      }}
      removalOf={({ id }) =>
        () =>
          setTrust({ identities: without(identities, identityId, id) })
        }
    />
  )
}

function Keys({ publicKeys }: Pick<Trust, 'publicKeys'>) {
  return (
    <EditableList
      caption="Public keys"
      noun="key"
      rows={publicKeys}
      columns={keyColumns}
      fields={(row) => (
        <>
          <NameField id={row?.id} />
          <RepositoriesField repositories={row?.repositories} />
          <Field label="Key" hint="PEM: ECDSA, Ed25519, RSA from 2048 bits">
            <textarea name="pem" required rows={5} className="field font-mono text-xs" defaultValue={row?.pem} spellCheck={false} />
          </Field>
        </>
      )}
      save={(form) => {
        const saved = { id: textOf(form, 'name'), pem: textOf(form, 'pem'), repositories: repositoriesOf(form) }
        return setTrust({ publicKeys: withRow(publicKeys, ({ id }) => id, saved.id, saved) })
      }}
      removalOf={({ id }) =>
        () =>
          setTrust({ publicKeys: without(publicKeys, (key) => key.id, id) })
        }
    />
  )
}

function Sources({ sources }: Pick<Trust, 'sources'>) {
  return (
    <EditableList
      caption="Sources whose own verdicts count"
      noun="source"
      rows={sources.map((source) => ({ ...source, id: source.source }))}
      columns={sourceColumns}
      fields={(row) => (
        <>
          <NameField id={row?.source} />
          <Field label="Tokens that alone may send under it" hint="their names, commas between">
            <input name="senders" required className="field" defaultValue={row?.senders.join(', ')} autoComplete="off" />
          </Field>
        </>
      )}
      save={(form) => {
        const saved = { source: textOf(form, 'name'), senders: listOf(form, 'senders') }
        return setTrust({ sources: withRow(sources, ({ source }) => source, saved.source, saved) })
      }}
      removalOf={({ id }) =>
        () =>
          setTrust({ sources: without(sources, ({ source }) => source, id) })
        }
    />
  )
}

function RepositoriesField({ repositories }: { repositories: readonly string[] | null | undefined }) {
  return (
    <Field label="Repositories" hint="commas between; none is any">
      <input
        name="repositories"
        className="field"
        defaultValue={repositories?.join(', ')}
        placeholder="github.com/example-org/payments"
        autoComplete="off"
      />
    </Field>
  )
}

function repositoriesOf(form: FormData): string[] | null {
  const repositories = listOf(form, 'repositories')
  return repositories.length > 0 ? repositories : null
}

const repositories = ({ repositories: named }: Pick<Identity, 'repositories'>) => named?.join(', ') ?? 'any'
const identityColumns: ReadonlyArray<Column<Identity & { id: string }>> = [
  { name: 'issuer', header: 'Issuer', cell: ({ issuer }) => <span className="break-all">{issuer}</span> },
  { name: 'identity', header: 'Identity', cell: ({ identity }) => <code className="font-mono text-xs break-all">{identity}</code> },
  { name: 'repositories', header: 'Repositories', cell: repositories },
]
const keyColumns: ReadonlyArray<Column<Key>> = [
  { name: 'id', header: 'Key', cell: ({ id }) => id },
  { name: 'repositories', header: 'Repositories', cell: repositories },
]
const sourceColumns: ReadonlyArray<Column<Source & { id: string }>> = [
  { name: 'source', header: 'Source', cell: ({ source }) => source },
  { name: 'senders', header: 'Tokens', cell: ({ senders }) => senders.join(', ') },
]
