import type { Metadata } from 'next'
import { SettingsPage } from '../../src/features/settings/settings-page.js'

export const metadata: Metadata = { title: 'Settings' }

export default function Page() {
  return <SettingsPage />
}
