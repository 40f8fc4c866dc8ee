import type { Metadata } from 'next'
import { AlertsPage } from '../../src/features/alerts/alerts-page.js'

export const metadata: Metadata = { title: 'Alerts' }

export default function Page() {
  return <AlertsPage />
}
