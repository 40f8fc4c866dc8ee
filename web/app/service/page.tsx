import type { Metadata } from 'next'
import { ServicePage } from '../../src/features/services/service-page.js'

export const metadata: Metadata = { title: 'Service' }

export default function Page() {
  return <ServicePage />
}
