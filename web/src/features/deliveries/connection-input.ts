import type { ConnectionsQuery, SaveConnectionInput } from '../../generated/graphql.js'
import { objectText, readObject } from '../../lib/read-object.js'
import { textOf } from '../settings/workspace/form-values.js'

export type Connection = ConnectionsQuery['connections'][number]

/** The fields of a connection of which a refusal can tell. */
export const toldFields = ['source', 'secret', 'settings']

type Named = Pick<Connection, 'integration' | 'source'> & Partial<Pick<Connection, 'settings'>>

/** What a form says of a connection. A blank secret and settings that were not touched are left out, and so stay. */
export async function connectionInput(form: FormData, { integration, source, settings }: Named): Promise<SaveConnectionInput> {
  const text = textOf(form, 'settings')
  return {
    integration,
    source,
    secret: String(form.get('secret') ?? '') || null,
    open: form.get('open') === 'on',
    settings: text === objectText(settings) ? null : await readObject('settings', text),
  }
}
