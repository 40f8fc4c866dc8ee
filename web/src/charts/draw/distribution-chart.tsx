'use client'
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatRatio } from '../../lib/formats.js'
import type { DistributionRow } from '../prepare/distribution.js'
import { useWidth } from './use-width.js'

const height = 220
const axisText = { fill: 'var(--muted)', fontSize: 11 }

interface DistributionChartProps {
  title: string
  rows: readonly DistributionRow[]
  /** A bound of a bar as text with its unit. */
  textOf: (value: number) => string
}

/** How many values fell in each bar; bounds rise by the same factor, so that the axis is logarithmic. */
export function DistributionChart({ title, rows, textOf }: DistributionChartProps) {
  const [frame, width] = useWidth()
  return (
    <figure ref={frame} className="trend relative m-0" style={{ height }} aria-label={`${title}. The table holds the same numbers.`}>
      {width > 0 && (
        <BarChart
          width={width}
          height={height}
          data={rows as DistributionRow[]}
          barCategoryGap={1}
          margin={{ top: 10, right: 8, bottom: 16, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--edge)" strokeOpacity={0.7} />
          <XAxis
            dataKey="upTo"
            tickFormatter={textOf}
            minTickGap={24}
            stroke="var(--edge)"
            tick={axisText}
            tickLine={false}
            label={{ value: 'up to', position: 'insideBottom', offset: -10, ...axisText }}
          />
          <YAxis
            tickFormatter={formatCount}
            width={64}
            axisLine={false}
            tick={axisText}
            tickLine={false}
            tickCount={4}
            label={{ value: 'events', angle: -90, position: 'insideLeft', ...axisText }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--sunken)' }}
            content={({ active, payload }) => (
              <BarTooltip row={active ? (payload?.[0]?.payload as DistributionRow | undefined) : undefined} textOf={textOf} />
            )}
          />
          <Bar dataKey="count" fill="var(--series)" isAnimationActive={false} />
        </BarChart>
      )}
    </figure>
  )
}

function BarTooltip({ row, textOf }: { row: DistributionRow | undefined; textOf: (value: number) => string }) {
  if (!row) return null
  return (
    <div className="rounded-md border border-edge bg-surface px-3 py-2 text-xs shadow-sm">
      <p className="font-semibold">
        above {textOf(row.above)}, up to {textOf(row.upTo)}
      </p>
      <p>
        {formatCount(row.count)} events, {formatRatio(row.share)}
      </p>
      <p className="text-muted">{formatRatio(row.shareUpTo)} up to here</p>
    </div>
  )
}
