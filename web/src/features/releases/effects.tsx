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
    {
      name: 'indicator',
      header: 'Indicator',
      cell: ({ indicator, part, partName }) =>
        part === 'ALL' ? (
          <span className="font-medium">{indicator}</span>
        ) : (
          <span className="text-muted sm:pl-3">
            {indicator} in {partName || (part === 'REGION' ? 'no region' : 'no cohort')}
          </span>
        ),
    },
    { name: 'before', header: 'Bad before', numeric: true, cell: ({ before }) => <Bad side={before} /> },
    {
      name: 'expected',
      header: 'Expected',
      numeric: true,
      cell: (effect) => <span title={seasonText(effect)}>{shareText(effect.expectedBadRatio)}</span>,
    },
    { name: 'after', header: 'Bad after', numeric: true, cell: ({ after }) => <Bad side={after} /> },
    { name: 'change', header: 'Change', numeric: true, cell: ({ change }) => changeText(change) },
    { name: 'chance', header: 'Chance of it', numeric: true, cell: ({ pValue }) => chanceText(pValue) },
    ...(has(latencyText) ? [{ name: 'latency', header: 'p95', numeric: true, cell: latencyText }] : []),
    ...(has(costText) ? [{ name: 'cost', header: 'Cost per request', numeric: true, cell: costText }] : []),
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

function Bad({ side }: { side: Effect['before'] }) {
  return <span title={`${formatCount(side.total - side.good)} bad of ${formatCount(side.total)}`}>{shareText(side.badRatio)}</span>
}

function seasonText({ seasonalWeeks, seasonalRatio, dispersion }: Effect): string {
  const spread = dispersion > 1 ? ` Bad events vary ${formatCount(dispersion)} times as much as chance, which is allowed for.` : ''
  if (seasonalWeeks === 0) return `No season is known: too few weeks, or too few bad events in them.${spread}`
  return `In the ${seasonalWeeks} weeks before, bad events at this time went to ${formatCount(seasonalRatio)} times theirs.${spread}`
}
