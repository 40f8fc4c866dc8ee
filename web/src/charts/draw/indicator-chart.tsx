'use client'
import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatInstant } from '../../lib/formats.js'
import type { IndicatorDrawing, IndicatorRow } from '../prepare/indicator.js'
import { useWidth } from './use-width.js'

const height = 200
const axisText = { fill: 'var(--muted)', fontSize: 11 }
const dashes = ['', '5 3', '2 3']

interface IndicatorChartProps {
  title: string
  drawing: IndicatorDrawing
  /** A number of the drawing as text with its unit. */
  textOf: (value: number) => string
  /** The same, short enough for an axis. */
  tickOf: (value: number) => string
  releases: readonly { id: string; at: number }[]
  window: [number, number]
  zone: string
}

/** What an indicator did over time, with releases as marks. */
export function IndicatorChart({ title, drawing, textOf, tickOf, releases, window, zone }: IndicatorChartProps) {
  const [frame, width] = useWidth()
  const days = window[1] - window[0] > 2 * 86_400_000
  return (
    <figure ref={frame} className="trend relative m-0" style={{ height }} aria-label={`${title}. The table holds the same numbers.`}>
      {width > 0 && (
        <LineChart width={width} height={height} data={drawing.rows} margin={{ top: 10, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--edge)" strokeOpacity={0.7} />
          <XAxis
            dataKey="at"
            type="number"
            domain={window}
            tickFormatter={(at: number) =>
              new Date(at).toLocaleString(
                'en-GB',
                days ? { day: 'numeric', month: 'short', timeZone: zone } : { hour: '2-digit', minute: '2-digit', timeZone: zone },
              )
            }
            stroke="var(--edge)"
            tick={axisText}
            tickLine={false}
          />
          <YAxis domain={drawing.domain} tickFormatter={tickOf} width={64} axisLine={false} tick={axisText} tickLine={false} tickCount={4} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--muted)', strokeDasharray: '2 3' }}
            content={({ active, payload }) => (
              <StepTooltip
                row={active ? (payload?.[0]?.payload as IndicatorRow | undefined) : undefined}
                drawing={drawing}
                textOf={textOf}
                zone={zone}
              />
            )}
          />
          {releases.map(({ id, at }) => (
            <ReferenceLine key={id} x={at} stroke="var(--accent)" strokeOpacity={0.6} strokeDasharray="2 3" />
          ))}
          {drawing.lines.map(({ name, rank }) => (
            <Line
              key={name}
              dataKey={name}
              type="linear"
              stroke="var(--series)"
              strokeOpacity={1 - rank * 0.25}
              strokeDasharray={dashes[rank]}
              strokeWidth={rank === 0 ? 2 : 1.5}
              dot={false}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
          {drawing.alone.map(({ at, line, value }) => (
            <ReferenceDot key={`${line} ${at}`} x={at} y={value} r={2.5} fill="var(--series)" stroke="none" />
          ))}
        </LineChart>
      )}
    </figure>
  )
}

interface StepTooltipProps {
  row: IndicatorRow | undefined
  drawing: IndicatorDrawing
  textOf: (value: number) => string
  zone: string
}

function StepTooltip({ row, drawing, textOf, zone }: StepTooltipProps) {
  if (!row || drawing.lines.every(({ name }) => row[name] == null)) return null
  return (
    <div className="rounded-md border border-edge bg-surface px-3 py-2 text-xs shadow-sm">
      <p className="font-semibold">{formatInstant(new Date(row.at).toISOString(), zone)}</p>
      {drawing.lines.map(({ name }) => {
        const value = row[name]
        return value == null ? null : (
          <p key={name}>
            {name} {textOf(value)}
          </p>
        )
      })}
      {row.total > 0 && <p className="text-muted">{formatCount(row.total)} events</p>}
    </div>
  )
}
