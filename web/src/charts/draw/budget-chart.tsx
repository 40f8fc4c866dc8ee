'use client'
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatInstant, formatRatio } from '../../lib/formats.js'
import type { BudgetPoint } from '../prepare/budget.js'
import { useWidth } from './use-width.js'

const height = 240
const axisText = { fill: 'var(--muted)', fontSize: 11 }

interface BudgetChartProps {
  points: readonly BudgetPoint[]
  releases: readonly { id: string; at: number }[]
  domain: [number, number]
  zone: string
}

/** What is left of an error budget as a line, what each bucket spent of it as bars, and releases as marks. */
export function BudgetChart({ points, releases, domain, zone }: BudgetChartProps) {
  const [frame, width] = useWidth()
  const lowest = Math.min(0, ...points.map(({ left }) => left * 100))
  const highest = Math.max(100, ...points.map(({ spent }) => spent * 100))
  const ticks = ticksOf(lowest, highest)
  const percents = points.map((point) => ({ ...point, spent: point.spent * 100, left: point.left * 100, point }))
  return (
    <figure
      ref={frame}
      className="trend relative m-0"
      style={{ height }}
      aria-label="Error budget over the window, in per cent. The table holds the same numbers."
    >
      <figcaption className="text-xs text-muted">% of the error budget</figcaption>
      {width > 0 && (
        <ComposedChart width={width} height={height - 16} data={percents} margin={{ top: 10, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--edge)" strokeOpacity={0.7} />
          <XAxis
            dataKey="at"
            type="number"
            domain={domain}
            tickFormatter={(at: number) => new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', timeZone: zone })}
            stroke="var(--edge)"
            tick={axisText}
            tickLine={false}
          />
          <YAxis
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 100]}
            ticks={ticks}
            tickFormatter={(tick: number) => `${tick} %`}
            width={52}
            axisLine={false}
            tick={axisText}
            tickLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--muted)', strokeDasharray: '2 3' }}
            content={({ active, payload }) => (
              <BudgetTooltip point={active ? (payload?.[0]?.payload as { point: BudgetPoint } | undefined)?.point : undefined} zone={zone} />
            )}
          />
          <ReferenceLine y={0} stroke="var(--bad)" strokeDasharray="5 4" />
          {releases.map(({ id, at }) => (
            <ReferenceLine key={id} x={at} stroke="var(--accent)" strokeOpacity={0.5} strokeDasharray="2 3" />
          ))}
          <Bar
            dataKey="spent"
            barSize={Math.max(2, Math.min(18, ((width - 52) / Math.max(1, points.length)) * 0.6))}
            fill="var(--bad)"
            fillOpacity={0.6}
            isAnimationActive={false}
          />
          <Line
            dataKey="left"
            type="linear"
            stroke="var(--series)"
            strokeWidth={2}
            dot={points.length < 40 ? { r: 2, fill: 'var(--series)', strokeWidth: 0 } : false}
            isAnimationActive={false}
          />
        </ComposedChart>
      )}
    </figure>
  )
}

function BudgetTooltip({ point, zone }: { point: BudgetPoint | undefined; zone: string }) {
  if (!point) return null
  return (
    <div className="rounded-md border border-edge bg-surface px-3 py-2 text-xs shadow-sm">
      <p className="font-semibold">from {formatInstant(new Date(point.at).toISOString(), zone)}</p>
      <p>{formatRatio(point.left)} left afterwards</p>
      <p>
        {formatRatio(point.spent)} spent: {formatCount(point.bad)} bad of {formatCount(point.total)}
      </p>
    </div>
  )
}

const steps = [10, 20, 25, 50]

function ticksOf(lowest: number, highest: number): number[] {
  const rough = (highest - lowest) / 6
  const step = steps.find((candidate) => candidate >= rough) ?? 100 * Math.ceil(rough / 100)
  const first = Math.floor(lowest / step)
  return Array.from({ length: Math.ceil(highest / step) - first + 1 }, (_, index) => (first + index) * step)
}
