'use client'
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react'
import { GaugeLine } from '../../charts/draw/gauge-line.js'
import { SparklineDrawing } from '../../charts/draw/sparkline-drawing.js'
import { totalEvidence } from '../../lib/evidence-link.js'
import { type ChangeSense, describeChange, explainMissing, formatCount, formatRatio, formatValue } from '../../lib/formats.js'
import { NumberButton } from '../evidence/number-button.js'
import { CountedAs } from '../filters/counted-as.js'
import { CardStats } from './card-stats.js'
import type { Measure } from './use-measures.js'

const senseColours: Record<ChangeSense, string> = { better: 'text-good', worse: 'text-bad', same: 'text-muted', neutral: 'text-ink' }

export function MeasureCard({ measure, service }: { measure: Measure; service?: string }) {
  const group = measure.groups[0]
  const { definition } = measure
  if (!group) return null
  const { total } = group
  const isMissing = total.value === null || total.value === undefined
  return (
    <article aria-label={definition.title} className="flex flex-col items-start gap-2 bg-surface p-4">
      <h2 className="text-sm font-semibold" title={definition.summary}>
        {definition.title}
      </h2>
      <NumberButton
        value={total.value}
        unit={total.unit}
        target={{ ...totalEvidence(measure.key), service: service ?? null }}
        label={definition.title}
        className="justify-self-start text-left text-[1.75rem] leading-9 font-semibold tracking-tight"
      />
      <CountedAs />
      <SparklineDrawing values={group.series.map((bucket) => bucket.value.value ?? null)} label={`${definition.title}, its course over the window`} />
      {isMissing ? (
        <p className="text-xs text-muted">{explainMissing(total).long}</p>
      ) : (
        <>
          <GaugeLine measured={total} targets={definition.targets} />
          <p className="text-xs text-muted tabular-nums">
            {total.low != null && total.high != null
              ? `95 %: ${formatValue(total.low, total.unit)} to ${formatValue(total.high, total.unit)}`
              : 'No valid interval'}{' '}
            · n {formatCount(total.n)}
          </p>
        </>
      )}
      <CardStats measure={measure} />
      <div className="mt-auto grid gap-1 pt-1 text-xs">
        <Change measure={measure} />
        {total.level && (
          <p>
            <span className="font-semibold">{total.level.name}</span> <span className="text-muted">by the {total.level.edition} report</span>
          </p>
        )}
        {!isMissing && total.coverage != null && total.coverage < 1 && (
          <p className="text-warn">Coverage {formatRatio(total.coverage)} of the records</p>
        )}
      </div>
    </article>
  )
}

function Change({ measure }: { measure: Measure }) {
  const group = measure.groups[0]
  if (!group?.previous) return null
  const change = describeChange(group.total.value, group.previous.value, group.total.unit, measure.definition.direction)
  if (group.total.value === null || group.total.value === undefined) return null
  if (!change) return <p className="text-muted">No value in the previous period</p>
  const Arrow = change.text === 'unchanged' ? ArrowRight : change.text.startsWith('+') ? ArrowUpRight : ArrowDownRight
  return (
    <p className={`font-medium ${senseColours[change.sense]}`} title={change.spoken}>
      <Arrow size={14} aria-hidden className="mr-1 inline" />
      <span className="tabular-nums">{change.text}</span>
      {change.sense !== 'same' && change.sense !== 'neutral' && `, ${change.sense}`}{' '}
      <span className="font-normal text-muted">than {formatValue(group.previous.value, group.total.unit)} before</span>
    </p>
  )
}
