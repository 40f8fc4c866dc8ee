import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type DigestDeliveryState = 'pending' | 'leased' | 'sent' | 'dead'

/** One digest of one week, and what became of it. */
@Entity({ name: 'digest_deliveries' })
export class DigestDelivery {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ name: 'digest_id', type: 'uuid' })
  digestId: string

  /** Of scheduled ones there is one a week. */
  @Column({ type: 'text' })
  kind: 'scheduled' | 'manual'

  @Column({ name: 'period_from', type: 'timestamptz' })
  periodFrom: Date

  @Column({ name: 'period_to', type: 'timestamptz' })
  periodTo: Date

  /** When the week was looked at. */
  @Column({ name: 'as_of', type: 'timestamptz' })
  asOf: Date

  /** What is sent, the same at every try; null before the first. */
  @Column({ type: 'text', nullable: true })
  body: string | null

  @Column({ type: 'text', default: 'pending' })
  state: DigestDeliveryState

  @Column({ type: 'integer', default: 0 })
  attempts: number

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'available_at', type: 'timestamptz' })
  availableAt: Date

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null

  @Column({ name: 'leased_by', type: 'text', nullable: true })
  leasedBy: string | null

  /** The last answer's HTTP status. */
  @Column({ type: 'integer', nullable: true })
  status: number | null

  /** Why it was put off or given up: a sentence. */
  @Column({ type: 'text', nullable: true })
  reason: string | null

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null
}
