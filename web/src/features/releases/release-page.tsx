'use client'
import { Badge, toneOf } from '../../components/badge.js'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { Code, Facts } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import { ServiceLink } from '../../components/fact-links.js'
import type { ReleaseQuery } from '../../generated/graphql.js'
import { shortCommit, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { IncidentTable } from '../incidents/incident-table.js'
import { ApprovalTable } from './approval-table.js'
import { ArtifactList } from './artifact-list.js'
import { ChangesPanel } from './changes-panel.js'
import { DeploymentList } from './deployment-list.js'
import { releaseDocument } from './queries.js'
import { Timeline } from './timeline.js'

export type ReleaseDetails = NonNullable<ReleaseQuery['release']>

export function ReleasePage() {
  const { search } = useUrlState()
  const id = search.get('id')
  if (!id) return <EmptyState title="Which release?">The address names none. Choose one under Releases.</EmptyState>
  return <OneRelease id={id} />
}

function OneRelease({ id }: { id: string }) {
  const query = useApi(releaseDocument, { id })
  return (
    <>
      {!query.data?.release && <h1 className="sr-only">Release {id}</h1>}
      <QueryView
        query={query}
        what="The release"
        skeleton={<ReleaseSkeleton />}
        isEmpty={({ release }) => !release}
        empty={<UnknownRelease id={id} />}
      >
        {({ release }) => release && <Release release={release} />}
      </QueryView>
    </>
  )
}

function Release({ release }: { release: ReleaseDetails }) {
  return (
    <>
      <Header release={release} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-5">
          <Panel title="Deployments">
            <DeploymentList deployments={release.deployments} />
          </Panel>
          <ChangesPanel id={release.id} deployments={release.deployments} />
          <Panel title="Incidents">
            {release.incidents.length === 0 ? (
              <EmptyState title="No incident is blamed on this release" />
            ) : (
              <IncidentTable incidents={release.incidents} ofRelease />
            )}
          </Panel>
          <Panel title="Approvals" actions={<ExportLink list="approvals" text="Approvals as CSV" parameters={{ release: release.id }} />}>
            <ApprovalTable approvals={release.approvals} />
          </Panel>
          <Panel title="Artifacts">
            <ArtifactList artifacts={release.artifacts} />
          </Panel>
        </div>
        <Panel title="Timeline" className="xl:sticky xl:top-4">
          <Timeline entries={release.timeline} />
        </Panel>
      </div>
    </>
  )
}

function Header({ release }: { release: ReleaseDetails }) {
  const latest = release.deployments.find(({ production }) => production) ?? release.deployments[0]
  return (
    <div className="mb-5">
      <PageHeading
        title={
          <>
            {release.service} <span className="text-muted">{release.version ?? release.id}</span>
          </>
        }
      >
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <Badge tone={toneOf(release.status)}>{words(release.status)}</Badge>
          {release.failed && (
            <Badge tone="bad">
              counts as failed{latest && latest.failureReasons.length > 0 ? `: ${latest.failureReasons.map(words).join(', ')}` : ''}
            </Badge>
          )}
        </span>
      </PageHeading>
      <Facts
        items={[
          ['Service', <ServiceLink key="service" id={release.service} />],
          [
            'Commit',
            latest?.commit && (
              <Code key="commit" title={latest.commit}>
                {shortCommit(latest.commit)}
              </Code>
            ),
          ],
          [
            'Artifact',
            latest?.artifactDigest && (
              <Code key="digest" title={latest.artifactDigest}>
                {latest.artifactDigest.slice(0, 19)}…
              </Code>
            ),
          ],
          ['Reached', release.environments.join(', ') || null],
          ['First deployed', <Instant key="first" at={release.firstDeployedAt} />],
          ['Latest deployed', <Instant key="latest" at={release.latestDeployedAt} />],
        ]}
      />
    </div>
  )
}

function UnknownRelease({ id }: { id: string }) {
  return (
    <EmptyState title={`No release ${id} is known`} eventType="deployment.finished">
      A release appears with the first deployment of a version. Check the address, or look under Deliveries for why its event gave nothing.
    </EmptyState>
  )
}

function ReleaseSkeleton() {
  return (
    <div className="grid gap-5">
      <Skeleton className="h-28 w-full" />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
    </div>
  )
}
