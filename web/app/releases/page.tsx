import type { Metadata } from 'next'
import { ReleasesPage } from '../../src/features/releases/releases-page.js'

export const metadata: Metadata = { title: 'Releases' }

export default function Page() {
  return <ReleasesPage />
}
