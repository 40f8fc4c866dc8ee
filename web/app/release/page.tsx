import type { Metadata } from 'next'
import { ReleasePage } from '../../src/features/releases/release-page.js'

export const metadata: Metadata = { title: 'Release' }

export default function Page() {
  return <ReleasePage />
}
