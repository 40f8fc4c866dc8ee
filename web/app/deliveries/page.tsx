import type { Metadata } from 'next'
import { DeliveriesPage } from '../../src/features/deliveries/deliveries-page.js'

export const metadata: Metadata = { title: 'Deliveries' }

export default function Page() {
  return <DeliveriesPage />
}
