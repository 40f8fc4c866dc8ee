import type { ReactNode } from 'react'
import { Badge } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import type { ReleaseDeploymentFragment } from '../../generated/graphql.js'
import { formatCount } from '../../lib/formats.js'
import { chanceText, changeText, costText, latencyText, shareText, verdictOf } from './effect-words.js'

type Effect = ReleaseDeploymentFragment['effects'][number]

/** What became of the service's indicators after a rollout, each as a whole and by region and cohort. */
export function Effects({ deployment }: { deployment: Pick<ReleaseDeploymentFragment, 'effects' | 'blindSpots'> }) {
  const { effects, blindSpots } = deployment
  if (effects.length === 0 && blindSpots.length === 0) return null
  return (
    <section className="grid gap-2" aria-label="Before and after">
      <h4 className="text-sm font-semibold">
        Before and after <Spans effect={effects[0]} />
      </h4>
      {blindSpots.length > 0 && (
        <p className="text-sm">
          <Badge tone="warn">blind spot</Badge> This version did not send {blindSpots.join(', ')} within half an hour.
        </p>
      )}
      {effects.length > 0 && (
        <DataTable
          caption="Indicators before and after"
          columns={columnsFor(effects)}
          rows={effects}
          rowKey={({ indicator, part, partName }) => `${indicator} ${part} ${partName}`}
        />
      )}
    </section>
  )
}

function Spans({ effect }: { effect: Effect | undefined }) {
  if (!effect) return null
  const { before, after } = effect
  return (
    <span className="font-normal text-muted">
      <Instant at={before.from} clock /> to <Instant at={before.to} clock />, and <Instant at={after.from} clock /> to <Instant at={after.to} clock />
    </span>
  )
}

function columnsFor(effects: readonly Effect[]): Column<Effect>[] {
  const has = (told: (effect: Effect) => unknown) => effects.some((effect) => told(effect) !== null)
  return [
    { name: 'indicator', header: 'Indicator', cell: (effect) => <Subject effect={effect} /> },
    { name: 'bad', header: 'Bad events', numeric: true, cell: (effect) => <BadEvents effect={effect} /> },
    {
      name: 'change',
      header: 'Change',
      numeric: true,
      cell: ({ change, pValue }) => (
        <>
          {changeText(change)}
          {pValue != null && <Aside>by chance {chanceText(pValue)}</Aside>}
        </>
      ),
    },
    ...(has(latencyText) ? [{ name: 'latency', header: 'p95', numeric: true, cell: orDash(latencyText) }] : []),
    ...(has(costText) ? [{ name: 'cost', header: 'Cost of 1,000', numeric: true, cell: orDash(costText) }] : []),
    {
      name: 'verdict',
      header: 'Verdict',
      cell: (effect) => {
        const { tone, word } = verdictOf(effect)
        return <Badge tone={tone}>{word}</Badge>
      },
    },
  ]
}

function orDash(textOf: (effect: Effect) => string | null): (effect: Effect) => string {
  return (effect) => textOf(effect) ?? '—'
}

function Subject({ effect: { indicator, part, partName } }: { effect: Effect }) {
  if (part === 'ALL') return <span className="font-medium">{indicator}</span>
  return <span className="text-muted sm:pl-3">in {partName || (part === 'REGION' ? 'no region' : 'no cohort')}</span>
}

function BadEvents({ effect }: { effect: Effect }) {
  const { before, after, expectedBadRatio } = effect
  if (before.badRatio == null && after.badRatio == null) return '—'
  return (
    <span title={seasonText(effect)}>
      {shareText(before.badRatio)} → {shareText(after.badRatio)}
      {expectedBadRatio != null && <Aside>expected {shareText(expectedBadRatio)}</Aside>}
    </span>
  )
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="block text-xs text-muted">{children}</span>
}

function seasonText({ seasonalWeeks, seasonalRatio, dispersion, before, after }: Effect): string {
  const counts = `${formatCount(before.total - before.good)} of ${formatCount(before.total)} before, ${formatCount(after.total - after.good)} of ${formatCount(after.total)} after.`
  const spread = dispersion > 1 ? ` Bad events vary ${formatCount(dispersion)} times as much as chance, which is allowed for.` : ''
  if (seasonalWeeks === 0) return `${counts} No season is known: too few weeks, or too few bad events in them.${spread}`
  return `${counts} In the ${seasonalWeeks} weeks before, bad events at this time went to ${formatCount(seasonalRatio)} times theirs.${spread}`
}
