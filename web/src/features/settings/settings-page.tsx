'use client'
import { PageHeading } from '../../components/panel.js'
import { AlertRoutesPanel } from '../alerts/routes-panel.js'
import { AlertRulesPanel } from '../alerts/thresholds-panel.js'
import { TrustPanel } from '../attestations/trust-panel.js'
import { DigestsPanel } from '../digests/digests-panel.js'
import { AccessPanel } from '../providers/access-panel.js'
import { LookupsPanel } from '../providers/lookups-panel.js'
import { GaugesPanel } from './gauges-panel.js'
import { PeoplePanel } from './people-panel.js'
import { TokensPanel } from './tokens-panel.js'
import { CalendarsPanel } from './workspace/calendars-panel.js'
import { ApproverGroupsPanel, EnvironmentsPanel, TeamsPanel } from './workspace/catalogue-panels.js'
import { TargetsPanel } from './workspace/targets-panel.js'
import { WorkspacePanel } from './workspace/workspace-panel.js'

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
