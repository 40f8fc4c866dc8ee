'use client'
import { Check } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId } from 'react'
import { type Choice, type MultiSelectProps, triggerClass, TriggerText } from './multi-select-trigger.js'

export function MultiSelectPopover({ label, all, choices, chosen, onChange, search, note }: MultiSelectProps) {
  const known = new Set(choices.map(({ id }) => id))
  const listed = [...chosen.filter((id) => !known.has(id)).map((id) => ({ id, title: id })), ...choices]
  return (
    <Popover.Root>
      <Popover.Trigger className={triggerClass}>
        <TriggerText label={label} chosen={chosen} choices={listed} all={all} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          aria-label={label}
          className="z-30 w-72 max-w-[92vw] rounded-md border border-edge bg-surface p-2 text-sm shadow-xl"
        >
          {search && (
            <input
              className="field mb-2 w-full"
              type="search"
              placeholder={`Find a ${label.toLowerCase()}`}
              aria-label={`Find a ${label.toLowerCase()}`}
              value={search.text}
              onChange={(event) => search.onChange(event.target.value)}
            />
          )}
          <div className="max-h-64 overflow-y-auto" role="group" aria-label={label}>
            {listed.map((choice) => (
              <Option key={choice.id} choice={choice} checked={chosen.includes(choice.id)} onToggle={() => onChange(toggle(chosen, choice.id))} />
            ))}
            {listed.length === 0 && <p className="p-2 text-muted">None is known yet.</p>}
          </div>
          {note && <p className="px-2 pt-1 text-xs text-muted">{note}</p>}
          {chosen.length > 0 && (
            <button type="button" className="link mt-1 cursor-pointer px-2 py-1 text-xs" onClick={() => onChange([])}>
              Clear
            </button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Option({ choice, checked, onToggle }: { choice: Choice; checked: boolean; onToggle: () => void }) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 hover:bg-sunken">
      <input id={id} type="checkbox" checked={checked} onChange={onToggle} className="peer sr-only" />
      <span
        className="grid size-4 place-items-center rounded-sm border border-muted peer-checked:border-series peer-checked:bg-series peer-checked:text-surface peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-series"
        aria-hidden
      >
        {checked && <Check size={12} />}
      </span>
      <span className="min-w-0 truncate">{choice.title}</span>
    </label>
  )
}

function toggle(chosen: readonly string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
}
