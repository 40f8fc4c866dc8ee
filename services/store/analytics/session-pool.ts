/** What the pool asks of a session of the engine. */
type Closable = { close(): unknown }

export type SessionPool<Session> = {
  /** A session that nobody else has, in which these settings are in force. */
  take(settings: string): Promise<Session>
  /** For the next statement under the same settings. */
  give(settings: string, session: Session): void
  close(): void
}

type Options<Session> = {
  open: () => Session
  set: (session: Session, settings: string) => Promise<void>
  /** How many lie idle; what was longest not asked for is closed. */
  most: number
}

/** Keeps sessions by the `SET` statement of their settings: opening one and setting it takes longer than a small statement. */
export function createSessionPool<Session extends Closable>({ open, set, most }: Options<Session>): SessionPool<Session> {
  const idle: { settings: string; session: Session }[] = []

  return {
    async take(settings) {
      const index = idle.findLastIndex((one) => one.settings === settings)
      const [kept] = index === -1 ? [] : idle.splice(index, 1)
      if (kept) return kept.session
      const session = open()
      try {
        await set(session, settings)
        return session
      } catch (error) {
        session.close()
        throw error
      }
    },
    give(settings, session) {
      idle.push({ settings, session })
      if (idle.length > most) idle.shift()?.session.close()
    },
    close() {
      for (const { session } of idle.splice(0)) session.close()
    },
  }
}
