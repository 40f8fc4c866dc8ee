'use client'
import dynamic from 'next/dynamic'
import type { IncidentRowFragment } from '../../generated/graphql.js'
import { CorrectButton } from './correct-button.js'

const IncidentDrawer = dynamic(() => import('./incident-drawer.js').then((module) => module.IncidentDrawer), { ssr: false })

export function CorrectIncident({ incident }: { incident: IncidentRowFragment }) {
  return <CorrectButton id={incident.id} drawer={(onClose) => <IncidentDrawer incident={incident} onClose={onClose} />} />
}
