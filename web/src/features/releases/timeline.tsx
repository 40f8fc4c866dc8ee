'use client'
import { CircleDot, Flag, GitCommitHorizontal, Package, Rocket, ShieldCheck, Siren, Stamp, Undo2 } from 'lucide-react'
import type { ComponentType } from 'react'
import { EmptyState } from '../../components/empty-state.js'
import { OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { formatDay } from '../../lib/formats.js'
import { useZone } from '../filters/use-filters.js'
import { groupTimeline } from './group-timeline.js'
import type { ReleaseDetails } from './release-page.js'

type Entry = ReleaseDetails['timeline'][number]

const icons: Record<string, ComponentType<{ size?: number; className?: string; 'aria-hidden'?: boolean }>> = {
  change: GitCommitHorizontal,
  artifact: Package,
  approval: Stamp,
  deployment: Rocket,
  rollback: Undo2,
  incident: Siren,
  flag: Flag,
  gate: ShieldCheck,
}

export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const zone = useZone()
  if (entries.length === 0) return <EmptyState title="Nothing is recorded about it" />
  return (
    <div className="grid gap-4">
      {groupTimeline(entries, zone).map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3 className="mb-2 text-xs font-semibold text-muted">{formatDay(ofDay[0]?.at ?? day, zone)}</h3>
          <ol className="relative grid gap-3 before:absolute before:top-2 before:bottom-2 before:left-[0.72rem] before:w-px before:bg-edge">
            {ofDay.map((entry, index) => (
              <TimelineItem key={`${entry.eventId} ${index}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function TimelineItem({ entry }: { entry: Entry }) {
  const family = entry.type.split('.')[0] ?? ''
  const Icon = icons[family] ?? CircleDot
  const isTrouble = family === 'incident' || family === 'rollback'
  return (
    <li className="relative grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-start gap-2 text-sm">
      <span
        className={`z-10 grid size-6 place-items-center rounded-full border bg-surface ${isTrouble ? 'border-accent text-accent' : 'border-edge text-series'}`}
      >
        <Icon size={13} aria-hidden />
      </span>
      <span className="min-w-0 pt-0.5">
        <OutsideLink href={entry.url}>{entry.title}</OutsideLink>
        <span className="block text-xs text-muted">
          {entry.type}
          {entry.environment ? `, ${entry.environment}` : ''}, from {entry.source}
        </span>
        {entry.detail && <span className="block text-xs text-muted">{entry.detail}</span>}
      </span>
      <span className="pt-0.5 text-xs text-muted">
        <Instant at={entry.at} clock />
      </span>
    </li>
  )
}
