'use client'
import { Link2, Pin, SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../components/button.js'
import { MultiSelect } from '../../components/multi-select.js'
import type { Interval } from '../../generated/graphql.js'
import { intervals, pinWindow, type WindowPreset, windowPresets } from '../../lib/filters.js'
import { sentence } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { SavedViewsMenu } from '../views/saved-views-menu.js'
import { filterChoicesDocument } from './queries.js'
import { CustomWindow } from './custom-window.js'
import { ProfilePicker } from './profile-picker.js'
import { ServiceSelect } from './service-select.js'
import { UnknownChoices } from './unknown-choices.js'
import { useFilters } from './use-filters.js'
import { ZoneSelect } from './zone-select.js'

interface FilterBarProps {
  teams?: boolean
  services?: boolean
  interval?: boolean
  compare?: boolean
  /** Whether the page has numbers that can be counted in several ways. */
  profile?: boolean
}

export function FilterBar({ teams = true, services = true, interval = true, compare = true, profile = true }: FilterBarProps) {
  const { filters, change, settle, isSettled, now } = useFilters()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!isSettled) settle()
  })
  return (
    <div
      role="search"
      aria-label="Filters"
      className="no-print sticky top-0 z-20 -mx-4 mb-5 border-b border-edge bg-paper/95 px-4 py-2.5 backdrop-blur-sm max-lg:static sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8"
    >
      <div className="flex flex-wrap items-center gap-2">
        <WindowSelect preset={filters.preset} onChange={(preset) => change(preset === 'custom' ? pinWindow(filters, now) : { preset })} />
        <Button className="sm:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
          <SlidersHorizontal size={15} aria-hidden /> Filters
        </Button>
        <div className={`${open ? 'flex' : 'hidden'} w-full flex-wrap items-center gap-2 sm:contents`}>
          {filters.preset === 'custom' && <CustomWindow />}
          <ScopeSelects teams={teams} services={services} />
          <ZoneSelect zone={filters.zone} onChange={(zone) => change({ zone })} />
          {interval && <IntervalSelect interval={filters.interval} onChange={(next) => change({ interval: next })} />}
          {profile && <ProfilePicker />}
          {compare && (
            <label className="flex min-h-9 cursor-pointer items-center gap-1.5 text-sm">
              <input
                type="checkbox"
                className="size-4 accent-[var(--series)]"
                checked={filters.compare}
                onChange={(event) => change({ compare: event.target.checked })}
              />{' '}
              Compare
            </label>
          )}
        </div>
        <div className="ml-auto flex items-center">
          {filters.preset !== 'custom' && (
            <Button look="quiet" title="Write these very dates into the address" onClick={() => change(pinWindow(filters, now))}>
              <Pin size={15} aria-hidden /> Pin
            </Button>
          )}
          <SavedViewsMenu />
          <CopyLinkButton />
        </div>
      </div>
      {profile && <UnknownChoices />}
    </div>
  )
}

function ScopeSelects({ teams: withTeams, services }: { teams: boolean; services: boolean }) {
  const { filters, change } = useFilters()
  const { data } = useApi(filterChoicesDocument, {})
  const teams = data?.teams.edges.map(({ node }) => node) ?? []
  const environments = data?.environments.map(({ id, production }) => ({ id, title: production ? `${id} (production)` : id })) ?? []
  return (
    <>
      {withTeams && <MultiSelect label="Team" all="all" choices={teams} chosen={filters.teams} onChange={(next) => change({ teams: next })} />}
      {services && <ServiceSelect chosen={filters.services} onChange={(next) => change({ services: next })} />}
      <MultiSelect
        label="Environment"
        all="production"
        choices={environments}
        chosen={filters.environments}
        onChange={(next) => change({ environments: next })}
        note="With none chosen: those declared as production."
      />
    </>
  )
}

function WindowSelect({ preset, onChange }: { preset: WindowPreset; onChange: (preset: WindowPreset) => void }) {
  return (
    <fieldset className="flex max-w-full min-w-0 overflow-x-auto rounded-md border border-edge bg-surface">
      <legend className="sr-only">Window</legend>
      {windowPresets.map(({ id, title }) => (
        <label
          key={id}
          className="flex min-h-9 cursor-pointer items-center px-1.5 text-[0.8125rem] whitespace-nowrap text-muted sm:px-2.5 sm:text-sm not-last:border-r not-last:border-edge has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-series"
        >
          <input type="radio" name="window" className="sr-only" checked={preset === id} onChange={() => onChange(id)} /> {title}
        </label>
      ))}
    </fieldset>
  )
}

function IntervalSelect({ interval, onChange }: { interval: Interval | null; onChange: (interval: Interval | null) => void }) {
  return (
    <label className="field inline-flex items-center gap-1.5">
      <span className="text-xs text-muted">Per</span>
      <select
        className="cursor-pointer bg-transparent"
        value={interval ?? ''}
        onChange={(event) => onChange(intervals.find((known) => known === event.target.value) ?? null)}
      >
        <option value="">automatic</option>
        {intervals.map((known) => (
          <option key={known} value={known}>
            {sentence(known.toLowerCase())}
          </option>
        ))}
      </select>
    </label>
  )
}

function CopyLinkButton() {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(window.location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <Button look="quiet" onClick={copy} aria-live="polite">
      <Link2 size={15} aria-hidden /> {copied ? 'Copied' : 'Link'}
    </Button>
  )
}
