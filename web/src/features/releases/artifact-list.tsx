import { Badge, toneOf } from '../../components/badge.js'
import { EmptyState } from '../../components/empty-state.js'
import { Code, Facts, OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { shortCommit, words } from '../../lib/formats.js'
import type { ReleaseDetails } from './release-page.js'

type Artifact = ReleaseDetails['artifacts'][number]

export function ArtifactList({ artifacts }: { artifacts: readonly Artifact[] }) {
  if (artifacts.length === 0) return <EmptyState title="No artifact is known for this release" eventType="artifact.published" />
  return (
    <ul className="grid gap-6">
      {artifacts.map((artifact) => (
        <li key={artifact.digest} className="grid gap-3">
          <p className="text-sm font-medium">
            <Code>{artifact.digest}</Code>
          </p>
          <Facts
            items={[
              ['Name', [artifact.name, artifact.version].filter(Boolean).join(' ') || null],
              [
                'Built from',
                artifact.commit && (
                  <>
                    <span key="repository">{artifact.repository} </span>
                    <Code title={artifact.commit}>{shortCommit(artifact.commit)}</Code>
                  </>
                ),
              ],
              [
                'Built by',
                artifact.buildUrl || artifact.builder ? (
                  <OutsideLink key="build" href={artifact.buildUrl}>
                    {artifact.builder ?? artifact.buildUrl}
                  </OutsideLink>
                ) : null,
              ],
              ['Published', <Instant key="published" at={artifact.publishedAt} />],
            ]}
          />
          <div>
            <p className="mb-1.5 text-xs text-muted">Provenance</p>
            <ul className="flex flex-wrap gap-1.5">
              {artifact.provenance.map(({ field, state }) => (
                <li key={field}>
                  <Badge tone={toneOf(state)}>
                    {words(field)}: {words(state)}
                  </Badge>
                </li>
              ))}
              {artifact.provenance.length === 0 && <li className="text-sm text-muted">Nothing is known</li>}
            </ul>
          </div>
          {artifact.promotions.length > 0 && (
            <ul className="grid gap-1 text-sm">
              {artifact.promotions.map(({ from, to, by, at }) => (
                <li key={at}>
                  Promoted {from ? `from ${from} ` : ''}to {to ?? '—'}
                  {by ? ` by ${by}` : ''}, <Instant at={at} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
