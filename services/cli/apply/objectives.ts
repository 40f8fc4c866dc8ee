import { brokenReferences, openSloKinds, reportedIndicator, type OpenSloObject, type Reference } from '../../slo/openslo/content.js'
import { readOpenSlo } from '../../slo/openslo/read.js'
import { writeOpenSlo } from '../../slo/openslo/write.js'
import { changesBetween, type Change } from '../../workspace/changes.js'
import { CliError, exitCodes } from '../cli-error.js'
import type { Client } from '../client.js'
import type { Misprint } from './read-documents.js'
import type { Source } from './read-sources.js'

export type ObjectiveChange = Change<OpenSloObject>

export type ObjectiveReading = {
  declared: (OpenSloObject & { file: string })[]
  references: (Reference & { file: string })[]
  notUsed: string[]
  misprints: Misprint[]
}

/** Reads OpenSLO documents; nothing is thrown for what is wrong in them. */
export function readObjectives(sources: readonly Source[]): ObjectiveReading {
  const reading: ObjectiveReading = { declared: [], references: [], notUsed: [], misprints: [] }
  for (const { file, text } of sources) {
    const { objects, references, notUsed, problems } = readOpenSlo(text)
    reading.misprints.push(...problems.map((problem) => misprintOf(file, problem)))
    reading.references.push(...references.map((reference) => ({ ...reference, file })))
    reading.notUsed.push(...notUsed)
    for (const object of objects) {
      const known = reading.declared.find(({ kind, name }) => kind === object.kind && name === object.name)
      const message = `${object.kind} ${object.name} is declared in ${known?.file} already`
      if (known) reading.misprints.push({ file, line: 1, column: 1, message })
      else reading.declared.push({ ...object, file })
    }
  }
  return reading
}

function misprintOf(file: string, { line, column, path, message }: ReturnType<typeof brokenReferences>[number]): Misprint {
  return { file, line, column, message: path ? `${path}: ${message}` : message }
}

/** What has to be done in the Windsock that the client speaks to, and which references lead nowhere; nothing where no document is OpenSLO's. */
export async function objectiveChanges(client: Client, { declared: wanted, references }: ObjectiveReading) {
  if (wanted.length === 0) return { changes: [], misprints: [] }
  const { openSlo, keptIndicators } = await client.graphql<{ openSlo: string; keptIndicators: string[] }>('{ openSlo keptIndicators }')
  const { objects: declared } = readOpenSlo(openSlo)
  const bare = wanted.map(({ kind, name, spec }) => ({ kind, name, spec: specOf({ kind, name, spec } as OpenSloObject) }) as OpenSloObject)
  const known = [...wanted, ...declared, ...keptIndicators.map(reportedIndicator)]
  const misprints = references.flatMap((reference) => brokenReferences([reference], known).map((problem) => misprintOf(reference.file, problem)))
  const changes = changesBetween(declared, bare, openSloKinds)
    // Services are the workspace's, which a file of objectives does not have to name.
    .filter(({ action, declaration }) => action !== 'undeclared' || declaration.kind !== 'Service')
    // The name stands before its fields already.
    .map((change) => ({ ...change, fields: change.fields.filter(({ field }) => field !== 'name') }))
  return { changes, misprints }
}

/** A service without a title keeps the one it has. */
function specOf({ kind, name, spec }: OpenSloObject): object {
  return kind === 'Service' && spec.displayName === '' ? { name } : spec
}

type Applied = { applyOpenSlo: { applied: boolean; problems: { message: string }[] } }

/** Writes all that is new or changed at once, then removes what is to be pruned, each before what it refers to. */
export async function carryOutObjectives(client: Client, changes: readonly ObjectiveChange[], prune: boolean): Promise<void> {
  const due = changes.filter(({ action }) => action === 'create' || action === 'change').map(({ declaration }) => declaration)
  if (due.length > 0) {
    const query = 'mutation ($yaml: String!) { applyOpenSlo(yaml: $yaml) { applied problems { message } } }'
    const { applyOpenSlo } = await client.graphql<Applied>(query, { yaml: writeOpenSlo(due) })
    if (!applyOpenSlo.applied)
      throw new CliError(
        'The objectives were refused:',
        exitCodes.failed,
        applyOpenSlo.problems.map(({ message }) => message),
      )
  }
  const gone = prune ? changes.filter(({ action }) => action === 'undeclared').map(({ declaration }) => declaration) : []
  for (const { kind, name } of gone) {
    const mutation = 'mutation ($kind: OpenSloKind!, $name: ID!) { deleteOpenSloObject(kind: $kind, name: $name) }'
    await client.graphql(mutation, { kind: enumOf(kind), name })
  }
}

/** `AlertPolicy` is `ALERT_POLICY` to GraphQL. */
function enumOf(kind: string): string {
  return kind.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()
}
