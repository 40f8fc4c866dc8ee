'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { TableSkeleton } from '../../components/skeleton.js'
import type { ReleaseDeploymentFragment } from '../../generated/graphql.js'

const DeploymentForm = dynamic(() => import('./deployment-form.js').then((module) => module.DeploymentForm), {
  ssr: false,
  loading: () => <TableSkeleton rows={4} />,
})

/** Asks for nothing until it is opened. */
export function CorrectDeployment({ deployment }: { deployment: ReleaseDeploymentFragment }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="text-sm" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="no-print cursor-pointer text-muted">
        Correct<span className="sr-only"> {deployment.id}</span>
      </summary>
      <div className="pt-2">{open && <DeploymentForm deployment={deployment} />}</div>
    </details>
  )
}
