import type { Metadata } from 'next'
import { ContradictionsPage } from '../../src/features/contradictions/contradictions-page.js'

export const metadata: Metadata = { title: 'Contradictions' }

export default function Page() {
  return <ContradictionsPage />
}
