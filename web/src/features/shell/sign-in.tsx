'use client'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../components/button.js'
import { CopyLine } from '../../components/copy-line.js'
import { PageHeading } from '../../components/panel.js'
import { setSignedOut } from './session.js'

export function SignIn() {
  const client = useQueryClient()
  async function again() {
    setSignedOut(false)
    await client.resetQueries()
  }
  return (
    <div className="mx-auto max-w-xl py-10">
      <PageHeading title="Sign in to see this">Windsock signs people in with a link that works once, so there is no password to keep.</PageHeading>
      <ol className="mb-5 grid list-decimal gap-4 pl-5 text-sm">
        <li>
          Open the one-time link that <code className="font-mono">npm start</code> printed when Windsock began.
        </li>
        <li>
          <p className="mb-2">Used already, or lost? On the machine that runs Windsock, this prints a new one:</p>
          <CopyLine label="the command for a new link" text="npm run windsock -- token link" />
        </li>
        <li>Somebody else runs it? An administrator makes a link for you under Settings.</li>
      </ol>
      <Button look="primary" onClick={again}>
        I have signed in: try again
      </Button>
    </div>
  )
}
