import { Badge } from '../../components/badge.js'
import { Instant } from '../../components/instant.js'
import type { Standing } from './objective-words.js'

export function StandingBadge({ standing: { word, tone, why, since } }: { standing: Standing }) {
  return (
    <Badge tone={tone} title={why}>
      {word}
      {since && (
        <>
          {' '}
          <Instant at={since} />
        </>
      )}
    </Badge>
  )
}
