import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type InboxState = 'pending' | 'leased' | 'done' | 'dead' | 'refused'

/** A delivery as it came in, kept until its retention ends, and what became of it. */
@Entity({ name: 'inbox' })
export class InboxEntry {
  /** A 64-bit number as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string

  @Column({ type: 'text' })
  integration: string

  @Column({ type: 'text' })
  source: string

  @Column({ name: 'delivery_id', type: 'text' })
  deliveryId: string

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date

  @Column({ type: 'jsonb', default: {} })
  headers: Record<string, string>

  @Column({ type: 'bytea' })
  body: Buffer

  @Column({ name: 'content_type', type: 'text', nullable: true })
  contentType: string | null

  /** Bytes of the body. */
  @Column({ type: 'integer' })
  size: number

  @Column({ type: 'text', default: 'pending' })
  state: InboxState

  @Column({ type: 'integer', default: 0 })
  attempts: number

  @Column({ name: 'available_at', type: 'timestamptz' })
  availableAt: Date

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null

  @Column({ name: 'leased_by', type: 'text', nullable: true })
  leasedBy: string | null

  /** What it gave: events, or the reason why there were none. */
  @Column({ type: 'jsonb', nullable: true })
  outcome: object | null

  @Column({ type: 'text', nullable: true })
  error: string | null

  @Column({ name: 'processed_at', type: 'timestamptz', nullable: true })
  processedAt: Date | null
}
