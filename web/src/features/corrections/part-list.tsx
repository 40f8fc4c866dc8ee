import { Code } from '../../components/facts.js'
import { ReasonedAction } from './reasoned-action.js'

export interface Part {
  id: string
  note: string
}

/** What a fact was joined from; each part but the one that it is named after, which `own` says, can be taken out. */
export function PartList({
  parts,
  own,
  takeOut,
}: {
  parts: readonly Part[]
  own: string
  takeOut: ((id: string, reason: string) => Promise<unknown>) | null
}) {
  if (parts.length < 2) return null
  return (
    <section aria-label="Joined from" className="grid gap-1">
      <h4 className="font-semibold">Joined from {parts.length} reports</h4>
      <ul className="grid gap-2">
        {parts.map(({ id, note }) => (
          <li key={`${id} ${note}`} className="flex flex-wrap items-center gap-2 rounded-md border border-edge px-3 py-2">
            <span className="min-w-0 flex-1 break-words">
              <Code>{id}</Code> <span className="text-muted">{note}</span>
            </span>
            {id === own ? (
              <span className="text-muted">gives its name</span>
            ) : (
              takeOut && <ReasonedAction label="Take out" of={id} done="Taken out." act={(reason) => takeOut(id, reason)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
