import { readFileSync } from 'node:fs'

export const MEBIBYTE = 1024 * 1024
const FOUR_TIMES_A_SECOND_MS = 250

/** Resident memory in MiB, that of the processes it started included (Linux). */
export type Watched = { before: number; most: number }

/** Looks at the memory of a process four times a second; what is given back ends that and answers what was seen. */
export function watchMemory(pid: number): () => Watched {
  const before = residentOf(pid)
  let most = before
  const look = () => (most = Math.max(most, residentOf(pid)))
  const timer = setInterval(look, FOUR_TIMES_A_SECOND_MS)
  return () => {
    clearInterval(timer)
    return { before: Math.round(before / MEBIBYTE), most: Math.round(most / MEBIBYTE) }
  }
}

function residentOf(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return children.reduce((sum, child) => sum + residentOf(Number(child)), own)
  } catch {
    return 0
  }
}
