'use client'
import { PageHeading } from '../../components/panel.js'
import { PeoplePanel } from './people-panel.js'
import { TokensPanel } from './tokens-panel.js'

export function SettingsPage() {
  return (
    <>
      <PageHeading title="Settings">Who and what may send, read and decide.</PageHeading>
      <div className="grid gap-5">
        <TokensPanel />
        <PeoplePanel />
      </div>
    </>
  )
}
