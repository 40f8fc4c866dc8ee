import { Badge, toneOf } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Instant } from '../../components/instant.js'
import { formatDuration, words } from '../../lib/formats.js'
import { CorrectApproval } from '../corrections/approval-correction.js'
import type { ReleaseDetails } from './release-page.js'

type Approval = ReleaseDetails['approvals'][number]

export function ApprovalTable({ approvals }: { approvals: readonly Approval[] }) {
  if (approvals.length === 0) return <EmptyState title="No approval is recorded" eventType="approval.decided" />
  return <DataTable caption="Approvals" columns={columns} rows={approvals} rowKey={({ id }) => id} />
}

const columns: ReadonlyArray<Column<Approval>> = [
  {
    name: 'decision',
    header: 'Decision',
    cell: ({ decision, withdrawnAt }) => {
      if (decision) return <Badge tone={toneOf(decision)}>{words(decision)}</Badge>
      return withdrawnAt ? <Badge>withdrawn</Badge> : <Badge tone="warn">waiting</Badge>
    },
  },
  { name: 'environment', header: 'Environment', cell: ({ environment }) => environment },
  { name: 'by', header: 'By', cell: ({ decidedBy, automated }) => (automated ? 'a rule' : decidedBy.join(', ') || '—') },
  { name: 'group', header: 'Group', cell: ({ group, risk }) => [group, risk && `${risk} risk`].filter(Boolean).join(', ') || '—' },
  {
    name: 'asked',
    header: 'Asked',
    cell: ({ requestedAt, requestedBy }) => (
      <>
        <Instant at={requestedAt} />
        {requestedBy && <span className="block text-xs text-muted">by {requestedBy}</span>}
      </>
    ),
  },
  {
    name: 'waited',
    header: 'Waited',
    numeric: true,
    cell: ({ requestedAt, decidedAt }) => (requestedAt && decidedAt ? formatDuration((Date.parse(decidedAt) - Date.parse(requestedAt)) / 1000) : '—'),
  },
  { name: 'correct', header: 'Correction', cell: (approval) => <CorrectApproval approval={approval} /> },
]
