import type { MessagePort } from 'node:worker_threads'
import type { Config } from '../config/config.js'
import type { EmbeddedPlace } from '../store/control/embedded-postgres-store.js'

/** With what the thread that answers begins; `told` carries what the two tell each other. */
export interface ThreadSeed {
  config: Config
  localToken: string
  controlPlace: EmbeddedPlace
  socketPath: string
  told: MessagePort
}

/** Statements of the embedded engine that each of two threads may have running, which all take threads of one pool. */
export const STATEMENTS_AT_ONCE = 8

export type ToThread = { kind: 'begin'; seed: ThreadSeed } | { kind: 'reached'; url: string } | { kind: 'stop' }

/** `traffic` asks what telemetry came of late, which the thread that takes it in knows. */
export type FromThread = { kind: 'listens' } | { kind: 'traffic'; answer: MessagePort }
