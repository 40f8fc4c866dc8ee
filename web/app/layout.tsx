import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Shell } from '../src/features/shell/shell.js'
import { themeScript } from '../src/features/shell/theme.js'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Windsock', template: '%s · Windsock' },
  description: 'Release analytics whose numbers explain themselves.',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <Shell>{children}</Shell>
      </body>
    </html>
  )
}
