import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFilteredLink } from '../lib/url-state.js'

export function ServiceLink({ id, title }: { id: string; title?: string }) {
  return <FactLink to={['/service', { id }]}>{title ?? id}</FactLink>
}

export function ReleaseLink({ id, text }: { id: string; text: string }) {
  return <FactLink to={['/release', { id }]}>{text}</FactLink>
}

export function SloLink({ name, title }: { name: string; title: string }) {
  return <FactLink to={['/slo', { name }]}>{title}</FactLink>
}

/** To a page of one thing, with the filters that are in force. */
function FactLink({ to, children }: { to: Parameters<ReturnType<typeof useFilteredLink>>; children: ReactNode }) {
  const linkTo = useFilteredLink()
  return (
    <Link prefetch={false} className="link" href={linkTo(...to)}>
      {children}
    </Link>
  )
}
