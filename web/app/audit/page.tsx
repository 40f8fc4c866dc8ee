import type { Metadata } from 'next'
import { AuditPage } from '../../src/features/audit/audit-page.js'

export const metadata: Metadata = { title: 'Audit' }

export default function Page() {
  return <AuditPage />
}
