import type { Metadata } from 'next'
import { SlosPage } from '../../src/features/slos/slos-page.js'

export const metadata: Metadata = { title: 'Objectives' }

export default function Page() {
  return <SlosPage />
}
