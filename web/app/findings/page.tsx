import type { Metadata } from 'next'
import { FindingsPage } from '../../src/features/findings/findings-page.js'

export const metadata: Metadata = { title: 'Findings' }

export default function Page() {
  return <FindingsPage />
}
