import { Instant } from '../../components/instant.js'
import type { AlertsQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'

type Message = AlertsQuery['alerts']['edges'][number]['node']['messages'][number]

/** What each route was told, and why, or why not. */
export function MessageLog({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return <span className="text-muted">no route takes it</span>
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {messages.map((message) => (
        <li key={message.id}>
          <span className="font-medium">{message.route}</span> {words(message.status)}: {words(message.state)}
          {message.state === 'SENT' && (
            <>
              {' '}
              <Instant at={message.finishedAt} clock />
            </>
          )}
          <span className="block text-xs text-muted">
            {message.reason}
            {message.attempts > 1 && `, ${message.attempts} tries`}
            {message.mayRepeat && ', may have arrived twice'}
          </span>
          {message.earlier.map(({ at, state, reason }) => (
            <span key={at} className="block text-xs text-muted">
              before, <Instant at={at} clock />: {words(state)}, {reason}
            </span>
          ))}
          {message.error && message.state !== 'SENT' && (
            <span className="block text-xs text-bad">
              {message.error}
              {message.nextTryAt && (
                <>
                  {' '}
                  Again <Instant at={message.nextTryAt} clock />.
                </>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
