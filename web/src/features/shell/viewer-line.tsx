'use client'
import { useApi } from '../../lib/use-api.js'
import { words } from '../../lib/formats.js'
import { viewerDocument } from './queries.js'

export function ViewerLine() {
  const { data } = useApi(viewerDocument, {})
  const viewer = data?.viewer
  return (
    <p className="min-h-8 text-xs leading-4 text-muted">
      {viewer ? (
        <>
          {viewer.login ? `${viewer.login}${viewer.role ? `, ${words(viewer.role)}` : ''}` : 'Reading without signing in'}
          <br />
          {viewer.demo ? 'Demo data · ' : ''}Windsock {viewer.version}
        </>
      ) : null}
    </p>
  )
}
