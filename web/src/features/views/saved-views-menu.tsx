'use client'
import { Bookmark } from 'lucide-react'
import { type ComponentType, useEffect, useState } from 'react'
import { triggerClass } from '../../components/multi-select-trigger.js'
import { useOpenWithDefault } from './use-open-with-default.js'

/** What it opens comes after the page; until then the same button stands in its place. */
export function SavedViewsMenu() {
  useOpenWithDefault()
  const [Popover, setPopover] = useState<ComponentType<{ defaultOpen: boolean }> | null>(null)
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    void import('./views-popover.js').then((module) => setPopover(() => module.ViewsPopover))
  }, [])
  if (Popover) return <Popover defaultOpen={wanted} />
  return (
    <button type="button" className={triggerClass} onClick={() => setWanted(true)}>
      <ViewsTriggerText />
    </button>
  )
}

export function ViewsTriggerText() {
  return (
    <>
      <Bookmark size={14} aria-hidden className="text-muted" /> Views
    </>
  )
}
