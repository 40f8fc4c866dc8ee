import { ChevronDown } from 'lucide-react'

export interface Choice {
  id: string
  title: string
}

export interface MultiSelectProps {
  label: string
  /** What it reads when nothing is chosen. */
  all: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  search?: { text: string; onChange: (text: string) => void }
  note?: string
}

export const triggerClass = 'field inline-flex max-w-full cursor-pointer items-center gap-1.5'

export function TriggerText({ label, chosen, choices, all }: Pick<MultiSelectProps, 'label' | 'chosen' | 'choices' | 'all'>) {
  return (
    <>
      <span className="text-xs text-muted">{label}</span>
      <span className="max-w-40 truncate">{summarise(chosen, choices, all)}</span>
      <ChevronDown size={14} className="text-muted" aria-hidden />
    </>
  )
}

function summarise(chosen: readonly string[], choices: readonly Choice[], all: string): string {
  if (chosen.length === 0) return all
  if (chosen.length > 2) return `${chosen.length} chosen`
  return chosen.map((id) => choices.find((choice) => choice.id === id)?.title ?? id).join(', ')
}
