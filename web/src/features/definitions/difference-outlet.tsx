'use client'
import dynamic from 'next/dynamic'
import { useUrlState } from '../../lib/url-state.js'
import { readDifference } from './difference-link.js'

const DifferenceDrawer = dynamic(() => import('./difference-drawer.js').then((module) => module.DifferenceDrawer), { ssr: false })

/** Opens the pair that the address asks for. */
export function DifferenceOutlet() {
  const { search } = useUrlState()
  const target = readDifference(search)
  return target ? <DifferenceDrawer target={target} /> : null
}
