import type { ReactNode } from 'react'

export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'plain'

const tones: Record<Tone, string> = {
  good: 'text-good border-good/40',
  bad: 'text-bad border-bad/45',
  warn: 'text-warn border-warn/45',
  info: 'text-series border-series/40',
  plain: 'text-muted border-edge',
}

export function Badge({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}

const outcomeTones: Record<string, Tone> = {
  succeeded: 'good',
  granted: 'good',
  verified: 'good',
  resolved: 'good',
  done: 'good',
  passed: 'good',
  failed: 'bad',
  rolled_back: 'bad',
  denied: 'bad',
  invalid: 'bad',
  open: 'bad',
  detected: 'bad',
  dead: 'bad',
  refused: 'bad',
  mitigated: 'warn',
  acknowledged: 'warn',
  pending: 'warn',
  absent: 'warn',
  running: 'info',
  leased: 'info',
  present: 'info',
}

/** The colour of an outcome, status or state; the word itself always stands beside it. */
export function toneOf(code: string): Tone {
  return outcomeTones[code.toLowerCase()] ?? 'plain'
}
