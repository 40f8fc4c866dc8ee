import type { Metadata } from 'next'
import { DefinitionsPage } from '../../src/features/definitions/definitions-page.js'

export const metadata: Metadata = { title: 'Definitions' }

export default function Page() {
  return <DefinitionsPage />
}
