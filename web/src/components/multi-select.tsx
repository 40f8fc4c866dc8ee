'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { type MultiSelectProps, triggerClass, TriggerText } from './multi-select-trigger.js'

/** The popover's code comes after the page; until then the same button stands in its place. */
export function MultiSelect(props: MultiSelectProps) {
  const [Popover, setPopover] = useState<ComponentType<MultiSelectProps> | null>(null)
  useEffect(() => {
    void import('./multi-select-popover.js').then((module) => setPopover(() => module.MultiSelectPopover))
  }, [])
  if (Popover) return <Popover {...props} />
  return (
    <button type="button" className={triggerClass}>
      <TriggerText {...props} />
    </button>
  )
}
