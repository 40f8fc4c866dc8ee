import { type ReactNode, useId } from 'react'

interface PanelProps {
  title: string
  level?: 2 | 3
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}

export function Panel({ title, level = 2, note, actions, children, className = '' }: PanelProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className={`panel min-w-0 rounded-lg border border-edge bg-surface ${className}`}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 pt-3 sm:px-5">
        <div className="min-w-40 flex-1 max-sm:basis-full">
          <Heading id={id} className="text-[0.95rem] font-semibold">
            {title}
          </Heading>
          {note && <p className="text-sm text-muted">{note}</p>}
        </div>
        {actions && <div className="no-print flex min-w-0 flex-wrap items-center gap-1">{actions}</div>}
      </header>
      <div className="px-4 pt-2 pb-4 sm:px-5">{children}</div>
    </section>
  )
}

export function PageHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-5 grid gap-1">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      {children && <div className="max-w-3xl text-sm text-muted">{children}</div>}
    </div>
  )
}
