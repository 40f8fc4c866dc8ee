'use client'
import dynamic from 'next/dynamic'
import { PageHeading, Panel } from '../../components/panel.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { AlertRoutesPanel } from '../alerts/routes-panel.js'
import { AlertRulesPanel } from '../alerts/thresholds-panel.js'
import { TrustPanel } from '../attestations/trust-panel.js'
import { DigestsPanel } from '../digests/digests-panel.js'
import { AccessPanel } from '../providers/access-panel.js'
import { PeoplePanel } from './people-panel.js'
import { TokensPanel } from './tokens-panel.js'
import { CalendarsPanel } from './workspace/calendars-panel.js'
import { ApproverGroupsPanel, EnvironmentsPanel, TeamsPanel } from './workspace/catalogue-panels.js'
import { WorkspacePanel } from './workspace/workspace-panel.js'

const TargetsPanel = dynamic(() => import('./workspace/targets-panel.js').then((module) => module.TargetsPanel), {
  ssr: false,
  loading: () => (
    <Panel title="Targets">
      <TableSkeleton rows={6} />
    </Panel>
  ),
})
const LookupsPanel = dynamic(() => import('../providers/lookups-panel.js').then((module) => module.LookupsPanel), {
  ssr: false,
  loading: () => <TableSkeleton rows={4} />,
})
const GaugesPanel = dynamic(() => import('./gauges-panel.js').then((module) => module.GaugesPanel), { ssr: false })

export function SettingsPage() {
  return (
    <>
      <PageHeading title="Settings">How this workspace counts, and who and what may send, read and decide.</PageHeading>
      <div className="grid gap-5">
        <WorkspacePanel />
        <TargetsPanel />
        <EnvironmentsPanel />
        <TeamsPanel />
        <ApproverGroupsPanel />
        <CalendarsPanel />
        <AlertRulesPanel />
        <TrustPanel />
        <AccessPanel />
        <LookupsPanel />
        <AlertRoutesPanel />
        <DigestsPanel />
        <TokensPanel />
        <GaugesPanel />
        <PeoplePanel />
      </div>
    </>
  )
}
