'use client'
import { Badge } from '../../components/badge.js'
import { useCountedAs } from './use-counted-as.js'

/** Beside a number: whose definition it follows, where that is not the workspace's own. */
export function CountedAs() {
  const { title, changed, isOwn } = useCountedAs()
  if (isOwn) return null
  const options = changed.length === 0 ? '' : ` + ${changed.length} ${changed.length === 1 ? 'option' : 'options'}`
  const choices = changed.map(({ label }) => label.toLowerCase()).join('; ')
  return (
    <Badge tone="warn" title={`Not as this workspace counts: ${title}${choices ? `, and chosen singly: ${choices}` : ''}`}>
      as {title}
      {options}
    </Badge>
  )
}
