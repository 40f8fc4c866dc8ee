import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'approval_lead_time',
  title: 'Approval lead time',
  unit: 'SECONDS',
  direction: 'LOWER_IS_BETTER',
  version: 1,
  summary: 'How long a release waits for a person to approve or refuse it.',
  formula:
    'The median of decided minus requested, by the clock on the wall. An approval is decided by its first refusal, else by the grant that makes the quorum of its group, of as many different approvers; where no quorum is known, by its first grant.',
  population: 'Approvals for production that people decided.',
  anchor:
    'The decision, or when it was withdrawn; what still waits stands in the queue of every window, and every bucket, that ends after it was requested.',
  interval: 'Order statistics of the median, 95 %.',
  exclusions: [
    { reason: 'open', description: 'Not decided yet: it stands in the queue.' },
    { reason: 'withdrawn', description: 'Nobody decided before its deployment ended, or before its sender took it back.' },
    { reason: 'automated', description: 'A rule decided, not a person.' },
    { reason: 'no_request', description: 'No event told when it was requested.' },
    { reason: 'clock_skew', description: 'Decided before it was requested.' },
  ],
  options: ['approvalClock', 'aggregate', 'ownership'],
  stats: [
    { name: 'median', title: 'Median', unit: 'SECONDS' },
    { name: 'mean', title: 'Mean', unit: 'SECONDS' },
    { name: 'p75', title: '75th percentile', unit: 'SECONDS' },
    { name: 'p90', title: '90th percentile', unit: 'SECONDS' },
    { name: 'p95', title: '95th percentile', unit: 'SECONDS' },
    { name: 'granted', title: 'Granted', unit: 'COUNT' },
    { name: 'denied', title: 'Refused', unit: 'COUNT' },
    { name: 'automated', title: 'Decided by a rule', unit: 'COUNT' },
    { name: 'queue', title: 'Waiting', unit: 'COUNT' },
    { name: 'queueOldest', title: 'Age of the oldest that waits', unit: 'SECONDS' },
    { name: 'queueMedianAge', title: 'Median age of those that wait', unit: 'SECONDS' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'requested', title: 'Requested' },
    { name: 'decided', title: 'Decided' },
    { name: 'decision', title: 'Decision' },
    { name: 'approver_group', title: 'Group' },
    { name: 'risk', title: 'Risk' },
    { name: 'requested_by', title: 'Requested by' },
    { name: 'decided_by_text', title: 'Decided by' },
  ],
  maturesAfterMs: 0,
}
