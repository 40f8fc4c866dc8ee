import { Badge, toneOf } from '../../components/badge.js'
import { EmptyState } from '../../components/empty-state.js'
import { Code, Facts, OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { formatDuration, formatRatio, words } from '../../lib/formats.js'
import { CorrectDeployment } from '../corrections/deployment-correction.js'
import { Effects } from './effects.js'
import type { ReleaseDetails } from './release-page.js'

type Deployment = ReleaseDetails['deployments'][number]

export function DeploymentList({ deployments }: { deployments: readonly Deployment[] }) {
  if (deployments.length === 0) return <EmptyState title="It was never deployed" eventType="deployment.finished" />
  return (
    <ul className="grid gap-5 divide-y divide-edge">
      {deployments.map((deployment) => (
        <li key={deployment.id} className="grid gap-3 not-last:pb-5">
          <DeploymentHead deployment={deployment} />
          <DeploymentFacts deployment={deployment} />
          <Stages stages={deployment.stages} />
          <Effects deployment={deployment} />
          <Parts deployment={deployment} />
          <CorrectDeployment deployment={deployment} />
        </li>
      ))}
    </ul>
  )
}

function DeploymentHead({ deployment }: { deployment: Deployment }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <h3 className="font-semibold">
        <OutsideLink href={deployment.url}>{deployment.environment}</OutsideLink>
      </h3>
      <Badge tone={toneOf(deployment.outcome)}>{words(deployment.outcome)}</Badge>
      <Badge>{words(deployment.kind)}</Badge>
      {deployment.failed && <Badge tone="bad">counts as failed: {deployment.failureReasons.map(words).join(', ')}</Badge>}
      {deployment.rolledBackBy && <Badge tone="bad">rolled back by {deployment.rolledBackBy}</Badge>}
    </div>
  )
}

function DeploymentFacts({ deployment }: { deployment: Deployment }) {
  const { startedAt, finishedAt } = deployment
  const took = startedAt && finishedAt ? formatDuration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000) : null
  return (
    <Facts
      items={[
        ['Kind, because', deployment.kindReason],
        ['Started', <Instant key="started" at={startedAt} />],
        [
          'Finished',
          <span key="finished">
            <Instant at={finishedAt} />
            {took && <span className="text-muted"> after {took}</span>}
          </span>,
        ],
        ['All traffic from', <Instant key="traffic" at={deployment.fullTrafficAt} />],
        ['Received', <Instant key="received" at={deployment.receivedAt} />],
        ['Trigger', `${words(deployment.trigger)}${deployment.actor ? `, ${deployment.actor}` : ''}`],
        ['Replaced', deployment.previousVersion],
        ['Regions', deployment.regions.join(', ') || null],
        ['Changes', `${deployment.changeCount}, by ${words(deployment.changeSource)}`],
      ]}
    />
  )
}

function Stages({ stages }: { stages: Deployment['stages'] }) {
  if (stages.length === 0) return null
  return (
    <ol aria-label="Stages" className="flex flex-wrap gap-2 text-xs">
      {stages.map((stage, index) => (
        <li key={`${stage.name} ${index}`} className="rounded-md border border-edge px-2 py-1">
          <span className="font-medium">{stage.name}</span>
          {stage.trafficPercent != null && <span className="text-muted"> {formatRatio(stage.trafficPercent / 100)}</span>}
          {stage.status && <span className="text-muted">, {words(stage.status)}</span>}{' '}
          <span className="text-muted">
            <Instant at={stage.at} clock />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Parts({ deployment }: { deployment: Deployment }) {
  if (deployment.parts.length < 2 && deployment.contradictions.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted">
        Joined from {deployment.parts.length} reports
        {deployment.contradictions.length > 0 ? `; they contradict each other in ${deployment.contradictions.length}` : ''}
      </summary>
      <ul className="mt-2 grid gap-1">
        {deployment.parts.map(({ source, deployment: id }) => (
          <li key={`${source} ${id}`}>
            <Code>{id}</Code> <span className="text-muted">from {source}</span>
          </li>
        ))}
        {deployment.contradictions.map(({ field, kept, dropped, source }) => (
          <li key={`${field} ${source}`} className="text-warn">
            {words(field)}: kept {kept}, dropped {dropped} from {source}
          </li>
        ))}
      </ul>
    </details>
  )
}
