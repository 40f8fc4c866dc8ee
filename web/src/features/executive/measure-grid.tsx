import type { ReactNode } from 'react'

/** Cards of measures: the five of the research programme in a row, the others below, four in a row. All have the room that a full card takes. */
export function MeasureGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-px overflow-hidden rounded-lg border border-edge bg-surface *:min-h-[21.5rem] *:shadow-[0_0_0_1px_var(--edge)] sm:grid-cols-2 xl:grid-cols-20 xl:*:col-span-5 xl:*:min-h-[24rem] xl:*:nth-[-n+5]:col-span-4 sm:max-xl:*:odd:last:col-span-2">
      {children}
    </div>
  )
}
