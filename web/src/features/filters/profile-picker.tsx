'use client'
import { ChevronDown } from 'lucide-react'
import { type ComponentType, useEffect, useState } from 'react'
import { triggerClass } from '../../components/multi-select-trigger.js'
import { useCountedAs } from './use-counted-as.js'

/** How the page counts. What it opens comes after the page; until then the same button stands in its place. */
export function ProfilePicker() {
  const [Popover, setPopover] = useState<ComponentType<{ defaultOpen: boolean }> | null>(null)
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    void import('./profile-popover.js').then((module) => setPopover(() => module.ProfilePopover))
  }, [])
  if (Popover) return <Popover defaultOpen={wanted} />
  return (
    <button type="button" className={triggerClass} onClick={() => setWanted(true)}>
      <ProfileTriggerText />
    </button>
  )
}

export function ProfileTriggerText() {
  const { title, changed, isOwn } = useCountedAs()
  return (
    <>
      <span className="text-xs text-muted">Counted as</span>
      <span className={`max-w-48 truncate ${isOwn ? '' : 'font-semibold text-warn'}`}>
        {title}
        {changed.length > 0 && ` + ${changed.length}`}
      </span>
      <ChevronDown size={14} className="text-muted" aria-hidden />
    </>
  )
}
