import type { CompositeStatusFragment } from '../../generated/graphql.js'

export function burnOver({ burns }: Pick<CompositeStatusFragment, 'burns'>, seconds: number): number | null {
  return burns.find((window) => window.seconds === seconds)?.burn ?? null
}

/** How many times as fast as allowed; a dash without events. */
export function BurnText({ burn }: { burn: number | null }) {
  if (burn === null) return <span className="text-muted">—</span>
  return (
    <span className={burn > 1 ? 'font-semibold text-bad' : ''}>{burn.toLocaleString('en-GB', { maximumFractionDigits: burn < 10 ? 2 : 1 })}×</span>
  )
}
