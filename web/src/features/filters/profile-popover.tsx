'use client'
import { Popover } from 'radix-ui'
import { useId } from 'react'
import { Button } from '../../components/button.js'
import { triggerClass } from '../../components/multi-select-trigger.js'
import { optionValueTitle } from '../../lib/metric-choices.js'
import { optionFields } from '../../lib/option-fields.js'
import { ProfileTriggerText } from './profile-picker.js'
import { useCountedAs } from './use-counted-as.js'
import { useFilters } from './use-filters.js'

/** `defaultOpen` for a click that came before this did. */
export function ProfilePopover({ defaultOpen }: { defaultOpen: boolean }) {
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger className={triggerClass}>
        <ProfileTriggerText />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="How the numbers are counted"
          className="z-30 flex max-h-[min(38rem,var(--radix-popover-content-available-height))] w-[27rem] max-w-[94vw] flex-col rounded-md border border-edge bg-surface text-sm shadow-xl"
        >
          <div className="min-h-0 flex-1 overflow-y-auto p-3">
            <Profiles />
            <SingleOptions />
          </div>
          <Reset />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Profiles() {
  const { change } = useFilters()
  const { profiles, name, workspace } = useCountedAs()
  const group = useId()
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">Whose definitions</legend>
      {profiles.map((profile) => (
        <label key={profile.name} className="flex cursor-pointer gap-2.5 rounded px-2 py-1.5 hover:bg-sunken has-checked:bg-sunken">
          <input
            type="radio"
            name={group}
            className="mt-1 size-3.5 accent-[var(--series)]"
            checked={profile.name === name}
            onChange={() => change({ profile: profile.name === workspace ? null : profile.name })}
          />
          <span className="min-w-0">
            <span className="font-medium">{profile.title}</span>{' '}
            {profile.name === workspace && <span className="text-xs text-muted">this workspace’s</span>}
            <span className="block text-xs text-muted">{profile.summary}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function SingleOptions() {
  const { filters, change } = useFilters()
  const titled = (name: string, value: string | undefined) => (value === undefined ? [] : [[value, optionValueTitle(name, value)] as const])
  function set(name: string, value: string) {
    const { [name]: _before, ...others } = filters.options
    change({ options: value === '' ? others : { ...others, [name]: value } })
  }
  return (
    <details className="mt-3 border-t border-edge pt-2" open={Object.keys(filters.options).length > 0}>
      <summary className="cursor-pointer py-1 font-semibold">Single options</summary>
      <div className="grid gap-1.5 pt-1">
        {optionFields.map(({ name, label, values }) => (
          <label key={name} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] items-center gap-2">
            <span className={filters.options[name] === undefined ? 'text-muted' : 'font-medium text-warn'}>{label}</span>
            <select
              className="field w-full min-w-0 cursor-pointer"
              value={filters.options[name] ?? ''}
              onChange={(event) => set(name, event.target.value)}
            >
              <option value="">as the profile says</option>
              {[...new Map([...values, ...titled(name, filters.options[name])])].map(([value, title]) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  )
}

function Reset() {
  const { change } = useFilters()
  const { isOwn } = useCountedAs()
  if (isOwn) return null
  return (
    <div className="border-t border-edge p-2">
      <Button look="quiet" onClick={() => change({ profile: null, options: {} })}>
        Back to how this workspace counts
      </Button>
    </div>
  )
}
