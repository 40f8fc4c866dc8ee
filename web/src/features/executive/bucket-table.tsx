'use client'
import { type Column, DataTable } from '../../components/data-table.js'
import type { BucketFragment, Interval, Unit } from '../../generated/graphql.js'
import type { EvidenceTarget } from '../../lib/evidence-link.js'
import { formatCount, formatDay, formatInstant, formatValue, utcTitle } from '../../lib/formats.js'
import { NumberButton } from '../evidence/number-button.js'

interface BucketTableProps {
  title: string
  unit: Unit
  buckets: readonly BucketFragment[]
  target: EvidenceTarget
  zone: string
  interval: Interval
}

export function BucketTable({ title, unit, buckets, target, zone, interval }: BucketTableProps) {
  const name = (bucket: BucketFragment) => (interval === 'HOUR' ? formatInstant(bucket.from, zone) : formatDay(bucket.from, zone))
  const columns: ReadonlyArray<Column<BucketFragment>> = [
    {
      name: 'from',
      header: 'From',
      cell: (bucket) => (
        <time dateTime={bucket.from} title={utcTitle(bucket.from)}>
          {name(bucket)}
        </time>
      ),
    },
    {
      name: 'value',
      header: title,
      numeric: true,
      cell: (bucket) => (
        <NumberButton
          value={bucket.value.value}
          unit={unit}
          missing={bucket.value}
          target={{ ...target, from: bucket.from, to: bucket.to }}
          label={`${title} from ${name(bucket)}`}
        />
      ),
    },
    {
      name: 'interval',
      header: '95 % interval',
      numeric: true,
      cell: ({ value }) => (value.low == null || value.high == null ? '—' : `${formatValue(value.low, unit)} to ${formatValue(value.high, unit)}`),
    },
    { name: 'n', header: 'n', numeric: true, cell: ({ value }) => formatCount(value.n) },
    {
      name: 'state',
      header: 'State',
      cell: (bucket) => (bucket.partial ? 'not a whole period' : bucket.immature ? 'failures may still come' : 'settled'),
    },
  ]
  return (
    <div className="max-h-80 overflow-y-auto">
      <DataTable caption={`${title}, by period`} columns={columns} rows={buckets} rowKey={({ from }) => from} />
    </div>
  )
}
