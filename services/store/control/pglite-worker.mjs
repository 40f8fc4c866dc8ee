// Runs PGlite in a worker thread, where a long query does not stop the process, and serves it on a Unix socket.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const database = await PGlite.create(workerData.directory)
const server = new PGLiteSocketServer({ db: database, path: workerData.socket, maxConnections: workerData.connections })
await server.start()

parentPort.once('message', async () => {
  await server.stop()
  await database.close()
  parentPort.postMessage('closed')
  parentPort.close()
})
parentPort.postMessage('ready')
