'use client'
import { Panel } from '../../components/panel.js'
import { optionValueTitle } from '../../lib/metric-choices.js'
import { useCountedAs } from '../filters/use-counted-as.js'
import { useFilters } from '../filters/use-filters.js'

/** Whose definitions the page follows, and what was chosen singly. */
export function InForcePanel() {
  const { filters } = useFilters()
  const { profiles, name, title, workspace, changed } = useCountedAs()
  const profile = profiles.find((known) => known.name === name)
  if (!profile) return null
  return (
    <Panel
      title={`In force: ${title}`}
      note={name === workspace ? 'This is how the workspace counts.' : 'Chosen for this page; the workspace counts otherwise.'}
    >
      <p className="max-w-prose text-sm">{profile.summary}</p>
      {profile.follows && (
        <p className="mt-1 text-sm text-muted">
          It follows{' '}
          <a className="link" href={profile.follows.url} rel="noreferrer">
            {profile.follows.title}
          </a>
          , as of {profile.follows.dated}.
        </p>
      )}
      {changed.length > 0 && (
        <ul className="mt-2 grid gap-1 text-sm">
          {changed.map((field) => (
            <li key={field.name}>
              <span className="text-muted">Chosen singly: {field.label.toLowerCase()}</span>{' '}
              <span className="font-medium">{optionValueTitle(field.name, filters.options[field.name] ?? '')}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
