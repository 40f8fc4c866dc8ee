// Runs PGlite in a worker thread, where a long query does not stop the process, and serves it on a Unix socket.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/** Messages that end a statement; after any other of the extended protocol its connection has more of it to send. */
const SIMPLE_QUERY = 0x51
const SYNC = 0x53
const EXTENDED = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

const database = await PGlite.create(workerData.directory)
const server = new PGLiteSocketServer({ db: wholeStatements(database), path: workerData.socket, maxConnections: workerData.connections })
await server.start()

parentPort.once('message', async () => {
  await server.stop()
  await database.close()
  parentPort.postMessage('closed')
  parentPort.close()
})
parentPort.postMessage('ready')

/**
 * All connections share one session, and so its one unnamed statement. The server lets a connection alone with the session
 * while a transaction is open; here a statement that is sent in several messages counts as one as well.
 */
function wholeStatements(db) {
  let unfinished = false
  return {
    waitReady: db.waitReady,
    runExclusive: (work) => db.runExclusive(work),
    isInTransaction: () => unfinished || db.isInTransaction(),
    async execProtocolRawStream(message, options) {
      const [type] = message
      if (EXTENDED.has(type)) unfinished = true
      else if (type === SYNC || type === SIMPLE_QUERY) unfinished = false
      await db.execProtocolRawStream(message, options)
    },
    /** Of a connection that went away in the middle. */
    async exec(sql) {
      unfinished = false
      await db.execProtocolRaw(Uint8Array.of(SYNC, 0, 0, 0, 4))
      await db.exec(sql)
    },
  }
}
