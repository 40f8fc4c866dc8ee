'use client'
import { Area, Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { Interval } from '../../generated/graphql.js'
import type { IncidentMark } from '../prepare/marks.js'
import type { Trend, TrendPoint } from '../prepare/trend.js'
import { TrendTooltip } from './trend-tooltip.js'
import { useWidth } from './use-width.js'

const height = 232
const axisWidth = 56
const axisText = { fill: 'var(--muted)', fontSize: 11 }

interface TrendChartProps {
  trend: Trend
  marks: readonly IncidentMark[]
  zone: string
  interval: Interval
  title: string
  onOpen: (point: TrendPoint) => void
}

export function TrendChart({ trend, marks, zone, interval, title, onOpen }: TrendChartProps) {
  const [frame, width] = useWidth()
  const isCount = trend.unit === 'COUNT'
  const open = (index: unknown) => {
    const point = trend.points[Number(index)]
    if (point) onOpen(point)
  }
  return (
    <figure
      ref={frame}
      className="trend relative m-0"
      style={{ height }}
      aria-label={`${title} over time, in ${trend.scale.name}. The table holds the same numbers.`}
    >
      <figcaption className="text-xs text-muted">{trend.scale.name}</figcaption>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={height - 16}
          data={trend.points}
          margin={{ top: 10, right: 8, bottom: 0, left: 0 }}
          onClick={({ activeTooltipIndex }) => open(activeTooltipIndex)}
          style={{ cursor: 'pointer' }}
          barGap={0}
        >
          <CartesianGrid vertical={false} stroke="var(--edge)" strokeOpacity={0.7} />
          <XAxis
            dataKey="at"
            type="number"
            scale="linear"
            domain={trend.domain}
            ticks={trend.timeTicks}
            tickFormatter={(at: number) => timeTick(at, zone, interval)}
            stroke="var(--edge)"
            tick={axisText}
            tickLine={false}
          />
          <YAxis
            domain={[trend.bottom, trend.top]}
            ticks={trend.ticks}
            tickFormatter={(tick: number) => valueTick(tick, trend)}
            width={axisWidth}
            allowDataOverflow
            axisLine={false}
            tick={axisText}
            tickLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--muted)', strokeDasharray: '2 3' }}
            content={({ active, payload }) => (
              <TrendTooltip active={active} point={pointOf(payload)} unit={trend.unit} marks={marks} zone={zone} interval={interval} />
            )}
          />
          <Area
            dataKey="band"
            type={isCount ? 'step' : 'linear'}
            stroke="none"
            fill="var(--series)"
            fillOpacity={isCount ? 0.11 : 0.16}
            isAnimationActive={false}
            activeDot={false}
          />
          {trend.targets.map((target) => (
            <ReferenceLine key={target.at} y={target.at} stroke="var(--good)" strokeDasharray="5 4" />
          ))}
          {marks.map((mark) => (
            <ReferenceLine key={mark.id} x={mark.at} stroke="var(--accent)" strokeOpacity={0.45} strokeDasharray="2 3" label={IncidentFlag} />
          ))}
          {isCount && <Bar dataKey="value" barSize={barSize(width, trend.points.length)} shape={CountBar} isAnimationActive={false} />}
          {!isCount && (
            <Line
              dataKey="settled"
              type="linear"
              stroke="var(--series)"
              strokeWidth={2}
              dot={{ r: 2, fill: 'var(--series)', strokeWidth: 0 }}
              activeDot={{ r: 4 }}
              isAnimationActive={false}
            />
          )}
          {!isCount && (
            <Line
              dataKey="unsettled"
              type="linear"
              stroke="var(--series)"
              strokeWidth={1.6}
              strokeDasharray="4 4"
              dot={UnsettledDot}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
        </ComposedChart>
      )}
    </figure>
  )
}

interface DrawnMark {
  viewBox?: { x?: number; y?: number }
}

/** A little sock at the head of the mark. */
function IncidentFlag({ viewBox }: DrawnMark) {
  const { x = 0, y = 0 } = viewBox ?? {}
  return <path d={`M${x} ${y - 6}l9 2v4l-9 2z`} fill="var(--accent)" />
}

interface DrawnPoint {
  cx?: number
  cy?: number
  payload?: TrendPoint
}

function UnsettledDot({ cx, cy, payload }: DrawnPoint) {
  if (cx === undefined || cy === undefined || !payload || payload.state === 'complete' || payload.value === null) return <g />
  const look = { fill: 'var(--surface)', stroke: 'var(--series)', strokeWidth: 1.8 }
  if (payload.state === 'partial') return <circle cx={cx} cy={cy} r={4} {...look} />
  return <rect x={cx - 3.4} y={cy - 3.4} width={6.8} height={6.8} transform={`rotate(45 ${cx} ${cy})`} {...look} />
}

interface DrawnBar {
  x?: number
  y?: number
  width?: number
  height?: number
  payload?: TrendPoint
}

function CountBar({ x = 0, y = 0, width = 0, height: size = 0, payload }: DrawnBar) {
  const settled = payload?.state === 'complete'
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={Math.max(0, size)}
      rx={Math.min(2, width / 4)}
      fill={settled ? 'var(--series)' : 'var(--surface)'}
      fillOpacity={settled ? 0.82 : 1}
      stroke="var(--series)"
      strokeWidth={settled ? 0 : 1.4}
      strokeDasharray={settled ? undefined : '3 2'}
    />
  )
}

function pointOf(payload: ReadonlyArray<{ payload?: TrendPoint }> | undefined): TrendPoint | undefined {
  return payload?.find((entry) => entry.payload)?.payload
}

function barSize(width: number, count: number): number {
  return Math.max(2, Math.min(28, ((width - axisWidth) / Math.max(1, count)) * 0.62))
}

function valueTick(tick: number, trend: Trend): string {
  const text = tick.toLocaleString('en-GB', { maximumFractionDigits: 2 })
  return trend.unit === 'RATIO' ? `${text} %` : text
}

function timeTick(at: number, zone: string, interval: Interval): string {
  const style: Intl.DateTimeFormatOptions =
    interval === 'HOUR'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : interval === 'MONTH' || interval === 'QUARTER'
        ? { month: 'short', year: '2-digit' }
        : { day: 'numeric', month: 'short' }
  return new Date(at).toLocaleString('en-GB', { ...style, timeZone: zone })
}
