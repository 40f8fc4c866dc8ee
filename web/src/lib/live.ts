const firstDelay = 2000
const longestDelay = 60_000

/** Calls back, at most once per `settle` milliseconds, when the server says that something changed. Silent when it is away. */
export function listenForChanges(onChange: () => void, settle: number): () => void {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let pending: ReturnType<typeof setTimeout> | undefined
  let delay = firstDelay

  function connect(): void {
    source = new EventSource('/v1/live')
    source.addEventListener('open', () => (delay = firstDelay))
    source.addEventListener('changed', () => {
      pending ??= setTimeout(() => {
        pending = undefined
        onChange()
      }, settle)
    })
    source.addEventListener('error', reconnect)
  }

  function reconnect(): void {
    source?.close()
    retry = setTimeout(connect, delay)
    delay = Math.min(delay * 2, longestDelay)
  }

  connect()
  return () => {
    source?.close()
    clearTimeout(retry)
    clearTimeout(pending)
  }
}
