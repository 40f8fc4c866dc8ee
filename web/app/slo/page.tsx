import type { Metadata } from 'next'
import { SloPage } from '../../src/features/slos/slo-page.js'

export const metadata: Metadata = { title: 'Objective' }

export default function Page() {
  return <SloPage />
}
