import { Badge } from '../../components/badge.js'
import type { PreviewMappingQuery } from '../../generated/graphql.js'

type Preview = PreviewMappingQuery['previewMapping']
type Problem = Preview['rules'][number]['problems'][number]

/** What each rule made of the payload, and what kept it from making an event, beside its expression. */
export function MappingOutcome({ preview }: { preview: Preview }) {
  return (
    <section aria-label="What the mapping gives" className="grid gap-3">
      {preview.problems.map(({ path, message }) => (
        <p key={`${path} ${message}`} className="text-bad">
          <span className="font-medium">{path}</span>: {message}
        </p>
      ))}
      <ol className="grid gap-3">
        {preview.rules.map(({ type, matched, events, problems }, index) => (
          <li key={`${index} ${type}`} className="grid gap-2 rounded-md border border-edge p-3">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">
                Rule {index + 1}: {type}
              </span>
              {problems.length > 0 ? (
                <Badge tone="bad">does not fit</Badge>
              ) : matched ? (
                <Badge tone="good">{events.length === 1 ? 'one event' : `${events.length} events`}</Badge>
              ) : (
                <Badge tone="plain">does not apply</Badge>
              )}
            </p>
            {problems.map((problem) => (
              <OneProblem key={`${problem.path} ${problem.message}`} problem={problem} />
            ))}
            {events.map((event, place) => (
              <pre key={place} className="overflow-x-auto rounded bg-sunken p-2 text-xs">
                {JSON.stringify(event, null, 2)}
              </pre>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneProblem({ problem: { path, expression, position, message, value } }: { problem: Problem }) {
  return (
    <dl className="grid gap-x-3 gap-y-1 sm:grid-cols-[auto_1fr]">
      <dt className="text-muted">Field</dt>
      <dd>
        {path || 'the event'}: <span className="text-bad">{message}</span>
      </dd>
      {expression && (
        <>
          <dt className="text-muted">Expression</dt>
          <dd className="break-all font-mono">
            {expression}
            {position !== null && position !== undefined && ` (at character ${position})`}
          </dd>
          <dt className="text-muted">It gave</dt>
          <dd className="break-all font-mono">{value === null || value === undefined ? 'nothing' : JSON.stringify(value)}</dd>
        </>
      )}
    </dl>
  )
}
