'use client'
import dynamic from 'next/dynamic'
import { readEvidence } from '../../lib/evidence-link.js'
import { useUrlState } from '../../lib/url-state.js'

const EvidenceDrawer = dynamic(() => import('./evidence-drawer.js').then((module) => module.EvidenceDrawer), { ssr: false })

/** Opens the drawer that the address asks for, on whatever page. */
export function EvidenceOutlet() {
  const { search } = useUrlState()
  const target = readEvidence(search)
  return target ? <EvidenceDrawer target={target} /> : null
}
