'use client'
import { Menu, X } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, Suspense, useState } from 'react'
import { Button } from '../../components/button.js'
import { Logo } from '../../components/logo.js'
import { Skeleton } from '../../components/skeleton.js'
import { EvidenceOutlet } from '../evidence/evidence-outlet.js'
import { Navigation } from './navigation.js'
import { Providers } from './providers.js'
import { useSignedOut } from './session.js'
import { SignIn } from './sign-in.js'
import { ThemeToggle } from './theme-toggle.js'
import { ViewerLine } from './viewer-line.js'

export function Shell({ children }: { children: ReactNode }) {
  return (
    <Providers>
      <a href="#content" className="skip-link link">
        Skip to the content
      </a>
      <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <Rail />
        <main id="content" tabIndex={-1} className="min-w-0 px-4 pt-5 pb-16 outline-none sm:px-6 lg:px-8">
          <div className="mx-auto max-w-[92rem]">
            <Suspense fallback={<PageSkeleton />}>
              <Content>{children}</Content>
            </Suspense>
          </div>
        </main>
      </div>
    </Providers>
  )
}

function Rail() {
  const [open, setOpen] = useState(false)
  return (
    <header className="no-print border-b border-edge bg-surface lg:sticky lg:top-0 lg:flex lg:h-screen lg:flex-col lg:border-r lg:border-b-0">
      <div className="flex items-center justify-between px-4 py-2.5 lg:py-5">
        <Link href="/" className="flex items-center gap-2 rounded-md text-lg font-semibold tracking-tight">
          <Logo /> Windsock
        </Link>
        <div className="flex items-center lg:hidden">
          <ThemeToggle />
          <Button look="quiet" className="px-2" aria-expanded={open} aria-controls="places" onClick={() => setOpen(!open)}>
            {open ? <X size={18} aria-hidden /> : <Menu size={18} aria-hidden />} Menu
          </Button>
        </div>
      </div>
      <nav id="places" aria-label="Pages" className={`${open ? 'block' : 'hidden'} px-2 pb-3 lg:block lg:flex-1`}>
        <Navigation onNavigate={() => setOpen(false)} />
      </nav>
      <div className="hidden items-end justify-between gap-2 px-4 pb-4 lg:flex">
        <ViewerLine />
        <ThemeToggle />
      </div>
    </header>
  )
}

function Content({ children }: { children: ReactNode }) {
  if (useSignedOut()) return <SignIn />
  return (
    <>
      {children}
      <EvidenceOutlet />
    </>
  )
}

function PageSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4">
      <p role="status" className="sr-only">
        Loading the page
      </p>
      <Skeleton className="h-9 w-56" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}
