import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { SourceTraffic } from '../ingest/telemetry/traffic.js'
import { socketDirectory } from '../store/control/socket-directory.js'
import type { FromThread, ThreadSeed, ToThread } from './messages.js'
import { createPassing, type Passing } from './pass-on.js'
import type { Told } from './told.js'

export interface ApiThread {
  tell(told: Told): void
  /** Resolves with the way to it once it listens; rejects if it ends before. */
  begin(options: BeginOptions): Promise<Passing['passOn']>
  /** Tells it where this installation is reached. */
  reached(url: string): void
  /** Resolves once what was passed on is answered, and the thread has ended. Nothing more may be passed on. */
  stop(): Promise<void>
}

export interface BeginOptions extends Pick<ThreadSeed, 'config' | 'localToken' | 'controlPlace'> {
  hear(told: Told): void
  /** What telemetry came of late. */
  traffic(): Promise<SourceTraffic[]>
}

/** Starts the thread that answers, which loads its script while the stores are opened. It is not expected to end by itself. */
export function startApiThread(onDeath: (error: Error) => void): ApiThread {
  const worker = new Worker(new URL('./thread.js', import.meta.url))
  const { port1: told, port2: toldThere } = new MessageChannel()
  const died = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`it ended with code ${code}`)))
  }).catch((error: Error) => Promise.reject(new Error(`The thread that answers requests has ended: ${error.message}`, { cause: error })))
  died.catch(() => {})
  const closing: (() => Promise<unknown> | void)[] = [() => told.close(), () => end(worker)]
  let stopping = false

  function say(message: ToThread): void {
    worker.postMessage(message, message.kind === 'begin' ? [message.seed.told] : [])
  }

  return {
    tell: (what) => told.postMessage(what),
    async begin({ hear, traffic, ...given }) {
      const directory = await socketDirectory(join(given.config.dataDir, 'api-socket'))
      closing.unshift(() => rm(directory, { recursive: true, force: true }))
      const socketPath = join(directory, 'api.sock')
      told.on('message', hear)
      const listens = new Promise<void>((resolve) => {
        worker.on('message', async (message: FromThread) => (message.kind === 'listens' ? resolve() : message.answer.postMessage(await traffic())))
      })
      say({ kind: 'begin', seed: { ...given, socketPath, told: toldThere } })
      await Promise.race([listens, died])
      died.catch((error: Error) => !stopping && onDeath(error))
      const passing = createPassing(socketPath)
      closing.unshift(passing.stop)
      closing.push(passing.answered)
      return passing.passOn
    },
    reached: (url) => say({ kind: 'reached', url }),
    async stop() {
      stopping = true
      for (let close = closing.pop(); close; close = closing.pop()) await close()
    },
  }
}

async function end(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return
  const ended = once(worker, 'exit')
  const message: ToThread = { kind: 'stop' }
  worker.postMessage(message)
  await ended
}
