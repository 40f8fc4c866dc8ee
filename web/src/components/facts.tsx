import type { ReactNode } from 'react'

/** Name and value pairs; a missing value is an em dash. */
export function Facts({ items }: { items: ReadonlyArray<readonly [string, ReactNode]> }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm xl:grid-cols-3">
      {items.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="break-words">{value ?? <span className="text-muted">—</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

export function OutsideLink({ href, children }: { href: string | null | undefined; children: ReactNode }) {
  if (!href || !/^https?:\/\//.test(href)) return <>{children}</>
  return (
    <a href={href} rel="noreferrer" target="_blank" className="link">
      {children}
    </a>
  )
}

export function Code({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <code title={title} className="font-mono text-[0.85em] break-all">
      {children}
    </code>
  )
}
