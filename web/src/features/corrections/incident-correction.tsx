'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '../../components/button.js'
import { Drawer } from '../../components/drawer.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { IncidentRowFragment } from '../../generated/graphql.js'

const IncidentForm = dynamic(() => import('./incident-form.js').then((module) => module.IncidentForm), {
  ssr: false,
  loading: () => <TableSkeleton rows={6} />,
})

export function CorrectIncident({ incident }: { incident: IncidentRowFragment }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="no-print min-h-8" onClick={() => setOpen(true)}>
        Correct<span className="sr-only"> {incident.id}</span>
      </Button>
      {open && (
        <Drawer open onClose={() => setOpen(false)} title={`Correct ${incident.id}`} description={incident.title ?? 'An incident without a title'}>
          <IncidentForm incident={incident} />
        </Drawer>
      )}
    </>
  )
}
