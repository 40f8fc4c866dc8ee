'use client'
import {
  Activity,
  Bell,
  BookOpenText,
  Box,
  Braces,
  GitCompareArrows,
  Inbox,
  Rocket,
  SearchCheck,
  Settings2,
  ShieldCheck,
  Siren,
  Target,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Suspense } from 'react'
import { useFilteredLink } from '../../lib/url-state.js'

const places = [
  { href: '/', title: 'Executive', icon: Activity },
  { href: '/services', title: 'Services', icon: Box },
  { href: '/releases', title: 'Releases', icon: Rocket },
  { href: '/incidents', title: 'Incidents', icon: Siren },
  { href: '/slos', title: 'Objectives', icon: Target },
  { href: '/alerts', title: 'Alerts', icon: Bell },
  { href: '/findings', title: 'Findings', icon: SearchCheck },
  { href: '/contradictions', title: 'Contradictions', icon: GitCompareArrows },
  { href: '/deliveries', title: 'Deliveries', icon: Inbox },
  { href: '/definitions', title: 'Definitions', icon: BookOpenText },
  { href: '/audit', title: 'Audit', icon: ShieldCheck },
  { href: '/settings', title: 'Settings', icon: Settings2 },
  { href: '/explore', title: 'Explore', icon: Braces },
] as const

const parents: Record<string, string> = { '/service': '/services', '/release': '/releases', '/slo': '/slos' }

type LinkTo = (pathname: string) => string

export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  return (
    <Suspense fallback={<NavigationList linkTo={(pathname) => pathname} />}>
      <FilteredNavigation onNavigate={onNavigate} />
    </Suspense>
  )
}

function FilteredNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const linkTo = useFilteredLink()
  return <NavigationList linkTo={linkTo} onNavigate={onNavigate} />
}

function NavigationList({ linkTo, onNavigate }: { linkTo: LinkTo; onNavigate?: () => void }) {
  const pathname = usePathname()
  const here = parents[pathname] ?? pathname
  return (
    <ul className="grid gap-0.5">
      {places.map(({ href, title, icon: Icon }) => (
        <li key={href}>
          <Link
            href={linkTo(href)}
            prefetch={false}
            onClick={onNavigate}
            aria-current={here === href ? 'page' : undefined}
            className="relative flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:before:absolute aria-[current=page]:before:inset-y-2 aria-[current=page]:before:left-0 aria-[current=page]:before:w-[3px] aria-[current=page]:before:rounded-full aria-[current=page]:before:bg-accent"
          >
            <Icon size={16} aria-hidden /> {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
