import type { Metadata } from 'next'
import { ExplorePage } from '../../src/features/explore/explore-page.js'

export const metadata: Metadata = { title: 'Explore' }

export default function Page() {
  return <ExplorePage />
}
