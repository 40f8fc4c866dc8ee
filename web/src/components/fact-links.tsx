import Link from 'next/link'
import { useFilteredLink } from '../lib/url-state.js'

export function ServiceLink({ id, title }: { id: string; title?: string }) {
  const linkTo = useFilteredLink()
  return (
    <Link prefetch={false} className="link" href={linkTo('/service', { id })}>
      {title ?? id}
    </Link>
  )
}

export function ReleaseLink({ id, text }: { id: string; text: string }) {
  const linkTo = useFilteredLink()
  return (
    <Link prefetch={false} className="link" href={linkTo('/release', { id })}>
      {text}
    </Link>
  )
}

export function SloLink({ name, title }: { name: string; title: string }) {
  const linkTo = useFilteredLink()
  return (
    <Link prefetch={false} className="link" href={linkTo('/slo', { name })}>
      {title}
    </Link>
  )
}
