import { readOpenSlo } from '../../slo/openslo/read.js'
import { writeOpenSlo } from '../../slo/openslo/write.js'
import type { Indicator, Slo } from '../../slo/slo.js'
import { changesBetween, type Change } from '../../workspace/changes.js'
import { CliError, exitCodes } from '../cli-error.js'
import type { Client } from '../client.js'
import type { Misprint } from './read-documents.js'
import type { Source } from './read-sources.js'

/** An indicator or an objective, as OpenSLO names their kinds. */
export type ObjectiveDeclaration = { kind: 'SLI'; name: string; spec: Indicator } | { kind: 'SLO'; name: string; spec: Slo }
export type ObjectiveChange = Change<ObjectiveDeclaration>

export type ObjectiveReading = { declared: (ObjectiveDeclaration & { file: string })[]; notUsed: string[]; misprints: Misprint[] }

/** Reads OpenSLO documents; nothing is thrown for what is wrong in them. */
export function readObjectives(sources: readonly Source[]): ObjectiveReading {
  const reading: ObjectiveReading = { declared: [], notUsed: [], misprints: [] }
  for (const { file, text } of sources) {
    const { indicators, slos, notUsed, problems } = readOpenSlo(text)
    reading.misprints.push(
      ...problems.map(({ line, column, path, message }) => ({ file, line, column, message: path ? `${path}: ${message}` : message })),
    )
    reading.notUsed.push(...notUsed)
    for (const declaration of declarationsOf({ indicators, slos })) {
      const known = reading.declared.find(({ kind, name }) => kind === declaration.kind && name === declaration.name)
      const message = `${declaration.kind} ${declaration.name} is declared in ${known?.file} already`
      if (known) reading.misprints.push({ file, line: 1, column: 1, message })
      else reading.declared.push({ ...declaration, file })
    }
  }
  return reading
}

function declarationsOf({ indicators, slos }: { indicators: readonly Indicator[]; slos: readonly Slo[] }): ObjectiveDeclaration[] {
  return [
    ...indicators.map((spec) => ({ kind: 'SLI' as const, name: spec.name, spec })),
    ...slos.map((spec) => ({ kind: 'SLO' as const, name: spec.name, spec })),
  ]
}

/** What has to be done in the Windsock that the client speaks to; nothing where no document is OpenSLO's. */
export async function objectiveChanges(client: Client, wanted: readonly ObjectiveDeclaration[]): Promise<ObjectiveChange[]> {
  if (wanted.length === 0) return []
  const { openSlo } = await client.graphql<{ openSlo: string }>('{ openSlo }')
  const declared = declarationsOf(readOpenSlo(openSlo))
  const bare = wanted.map(({ kind, name, spec }) => ({ kind, name, spec }) as ObjectiveDeclaration)
  const changes = changesBetween(declared, bare, ['SLI', 'SLO'])
  // The name stands before its fields already.
  return changes.map((change) => ({ ...change, fields: change.fields.filter(({ field }) => field !== 'name') }))
}

type Applied = { applyOpenSlo: { applied: boolean; problems: { message: string }[] } }

/** Writes all that is new or changed at once, then removes what is to be pruned, objectives before their indicators. */
export async function carryOutObjectives(client: Client, changes: readonly ObjectiveChange[], prune: boolean): Promise<void> {
  const due = changes.filter(({ action }) => action === 'create' || action === 'change').map(({ declaration }) => declaration)
  if (due.length > 0) {
    const indicators = due.flatMap((declaration) => (declaration.kind === 'SLI' ? [declaration.spec] : []))
    const slos = due.flatMap((declaration) => (declaration.kind === 'SLO' ? [declaration.spec] : []))
    const query = 'mutation ($yaml: String!) { applyOpenSlo(yaml: $yaml) { applied problems { message } } }'
    const { applyOpenSlo } = await client.graphql<Applied>(query, { yaml: writeOpenSlo({ indicators, slos }) })
    if (!applyOpenSlo.applied)
      throw new CliError(
        'The objectives were refused:',
        exitCodes.failed,
        applyOpenSlo.problems.map(({ message }) => message),
      )
  }
  const gone = prune ? changes.filter(({ action }) => action === 'undeclared').map(({ declaration }) => declaration) : []
  for (const { kind, name } of gone) {
    const mutation = kind === 'SLO' ? 'deleteSlo' : 'deleteIndicator'
    await client.graphql(`mutation ($name: ID!) { ${mutation}(name: $name) }`, { name })
  }
}
