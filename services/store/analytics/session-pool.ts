import type { Session } from 'chdb'

export type SessionPool = {
  /** A session that nobody else has, in which these settings are in force. */
  take(settings: string): Promise<Session>
  /** For the next statement under the same settings. */
  give(settings: string, session: Session): void
  close(): void
}

/** Keeps sessions by the `SET` statement of their settings: opening one and setting it takes longer than a small statement. At most `most` lie idle. */
export function createSessionPool({ open, most }: { open: () => Session; most: number }): SessionPool {
  const idle = new Map<string, Session[]>()
  let count = 0

  return {
    async take(settings) {
      const kept = idle.get(settings)?.pop()
      if (kept) {
        count -= 1
        return kept
      }
      const session = open()
      if (settings === '') return session
      try {
        await session.queryAsync(settings)
        return session
      } catch (error) {
        session.close()
        throw error
      }
    },
    give(settings, session) {
      if (count >= most) return session.close()
      count += 1
      const kept = idle.get(settings)
      if (kept) kept.push(session)
      else idle.set(settings, [session])
    },
    close() {
      for (const session of [...idle.values()].flat()) session.close()
      idle.clear()
      count = 0
    },
  }
}
