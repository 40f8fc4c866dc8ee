import type { ReactNode } from 'react'

/** Cards of measures: the five of the research programme in a row, the others below. */
export function MeasureGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-px overflow-hidden rounded-lg border border-edge bg-surface *:shadow-[0_0_0_1px_var(--edge)] sm:grid-cols-2 xl:grid-cols-30 xl:*:col-span-5 xl:*:nth-[-n+5]:col-span-6 sm:max-xl:*:odd:last:col-span-2">
      {children}
    </div>
  )
}
