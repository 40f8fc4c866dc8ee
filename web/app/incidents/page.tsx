import type { Metadata } from 'next'
import { IncidentsPage } from '../../src/features/incidents/incidents-page.js'

export const metadata: Metadata = { title: 'Incidents' }

export default function Page() {
  return <IncidentsPage />
}
