import type { Windsock } from '../http/windsock.js'

export type SeedOptions = {
  windsock: Windsock
  /** Null where the known-answer events are to be sent in the order of the file. */
  shuffle: number | null
  seed: number
  /** 1 is forty services. */
  scale: number
  days: number
  /** Midnight UTC after the last day of the company's history. Milliseconds since 1970. */
  end: number
  timeoutMs: number
  /** Null where nothing is to be sent in GitHub's shapes. */
  githubSecret: string | null
  verify: boolean
}

export const usage = `Sends events to a running Windsock, waits, reads back and compares.

  node seed/dist/cli.js known-answer   the small data set, then every row of its table
  node seed/dist/cli.js verify         only the table, against what is there
  node seed/dist/cli.js company        a believable company, then its own tally

  --url http://127.0.0.1:4400          where Windsock listens (or WINDSOCK_URL)
  --token <token>                      with the scopes ingest and read, for known-answer admin as well (or WINDSOCK_TOKEN)
  --timeout 300                        seconds to wait for the numbers
  --shuffle <number>                   known-answer: another order, repeats, uneven batches
  --seed 1 --scale 1 --days 365        company: which one, its size (1 is forty services), its age
  --end 2026-11-01                     company: the day after its last (default today)
  --github-secret <secret>             company: some services by signed GitHub webhooks; needs an admin token
  --no-verify                          send only

Exit codes: 0 all agree, 1 something does not, 2 it could not be done.`

type Values = Partial<Record<string, string | boolean>>

export function readOptions(values: Values, environment: NodeJS.ProcessEnv, now: Date): SeedOptions {
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined)
  const url = text('url') ?? environment.WINDSOCK_URL ?? 'http://127.0.0.1:4400'
  return {
    windsock: { url: url.replace(/\/+$/, ''), token: text('token') ?? environment.WINDSOCK_TOKEN ?? '' },
    shuffle: text('shuffle') === undefined ? null : numberOf('shuffle', text('shuffle'), 0),
    seed: numberOf('seed', text('seed'), 1),
    scale: numberOf('scale', text('scale'), 1),
    days: numberOf('days', text('days'), 365),
    end: dayOf(text('end') ?? now.toISOString().slice(0, 10)),
    timeoutMs: numberOf('timeout', text('timeout'), 300) * 1000,
    githubSecret: text('github-secret') ?? null,
    verify: values['no-verify'] !== true,
  }
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} wants a number of at least 0, not ${text}`)
  return value
}

function dayOf(text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(day)) throw new Error(`--end wants a day such as 2026-11-01, not ${text}`)
  return day
}
