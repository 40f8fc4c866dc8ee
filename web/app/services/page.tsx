import type { Metadata } from 'next'
import { ServicesPage } from '../../src/features/services/services-page.js'

export const metadata: Metadata = { title: 'Services' }

export default function Page() {
  return <ServicesPage />
}
