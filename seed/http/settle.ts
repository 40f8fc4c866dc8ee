import { setTimeout as pause } from 'node:timers/promises'
import { graphql, type Windsock } from './windsock.js'

type PipelineStatus = { events: number; pendingDeliveries: number; deadDeliveries: number; pendingServices: number; telemetryIsIn: boolean }

const QUERY = 'query { pipelineStatus { events pendingDeliveries deadDeliveries pendingServices telemetryIsIn } }'
const POLL_MS = 250

/** Waits until everything sent is in the numbers. Throws where that takes longer than `timeoutMs` or a delivery is given up on. */
export async function untilSettled(windsock: Windsock, timeoutMs: number, tell: (line: string) => void): Promise<PipelineStatus> {
  const deadline = Date.now() + timeoutMs
  const before = await statusOf(windsock)
  for (let wasSettled = false; ;) {
    const status = await statusOf(windsock)
    if (status.deadDeliveries > before.deadDeliveries)
      throw new Error(`${status.deadDeliveries - before.deadDeliveries} deliveries could not be processed; see the deliveries page`)
    const isSettled = status.pendingDeliveries === 0 && status.pendingServices === 0 && status.telemetryIsIn
    // Telemetry that came in may have marked services since they were counted.
    if (isSettled && wasSettled) return status
    wasSettled = isSettled
    tell(`waiting for ${status.pendingDeliveries} deliveries, ${status.pendingServices} services${status.telemetryIsIn ? '' : ' and telemetry'}`)
    if (Date.now() > deadline) throw new Error(`not settled after ${timeoutMs / 1000} s: ${JSON.stringify(status)}`)
    await pause(POLL_MS)
  }
}

async function statusOf(windsock: Windsock): Promise<PipelineStatus> {
  return (await graphql<{ pipelineStatus: PipelineStatus }>(windsock, QUERY)).pipelineStatus
}
