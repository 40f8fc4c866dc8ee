'use client'
import dynamic from 'next/dynamic'
import type { CorrectableApproval } from './approval-drawer.js'
import { CorrectButton } from './correct-button.js'

const ApprovalDrawer = dynamic(() => import('./approval-drawer.js').then((module) => module.ApprovalDrawer), { ssr: false })

export function CorrectApproval({ approval }: { approval: CorrectableApproval }) {
  return <CorrectButton id={approval.id} drawer={(onClose) => <ApprovalDrawer approval={approval} onClose={onClose} />} />
}
