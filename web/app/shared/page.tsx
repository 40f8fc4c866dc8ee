import type { Metadata } from 'next'
import { SharedPage } from '../../src/features/views/shared-page.js'

export const metadata: Metadata = { title: 'Shared view', referrer: 'no-referrer' }

export default function Page() {
  return <SharedPage />
}
