'use client'
import { CopyLine } from '../../components/copy-line.js'
import { Panel } from '../../components/panel.js'
import { useOrigin } from '../../lib/use-origin.js'
import { scrapeLines } from './scrape-lines.js'

/** Where Prometheus finds the measures, and what it is told of them. */
export function GaugesPanel() {
  const origin = useOrigin()
  if (origin === '') return null
  return (
    <Panel
      title="Prometheus"
      note="Every measure of each service over 7 and 28 days as gauges, computed at most once a minute, for the 400 services last heard of."
    >
      <div className="grid gap-3 text-sm">
        <CopyLine label="the address of the gauges" text={`${origin}/metrics/measures`} />
        <p className="text-muted">
          It is read with a token that may read and is for all teams: make one under Tokens, and put it into the file that these lines name.
        </p>
        <CopyLine label="the scrape configuration" text={scrapeLines(origin)} />
      </div>
    </Panel>
  )
}
