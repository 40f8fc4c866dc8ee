import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One link of the chain; the database refuses to change or delete it. */
@Entity({ name: 'audit_log' })
export class AuditEntry {
  /** Counts from 1 without gaps, given by the writer; a 64-bit number as text. */
  @PrimaryColumn({ type: 'bigint' })
  seq: string

  @Column({ type: 'timestamptz' })
  at: Date

  @Column({ type: 'text' })
  actor: string

  @Column({ type: 'text' })
  action: string

  @Column({ type: 'text' })
  subject: string

  @Column({ type: 'jsonb', default: {} })
  details: object

  /** Null in the first entry alone. */
  @Column({ name: 'previous_hash', type: 'bytea', nullable: true })
  previousHash: Buffer | null

  @Column({ type: 'bytea' })
  hash: Buffer
}
