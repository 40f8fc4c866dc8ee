import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A service whose facts must be derived again. */
@Entity({ name: 'dirty_services' })
export class DirtyService {
  @PrimaryColumn({ type: 'text' })
  service: string

  /** Goes up with every touch; a 64-bit number as text. */
  @Column({ type: 'bigint', default: 1 })
  generation: string

  /** From the sequence `fact_fence`, given with each lease; a 64-bit number as text. */
  @Column({ type: 'bigint', default: 0 })
  fence: string

  @Column({ type: 'timestamptz' })
  since: Date

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null

  @Column({ name: 'leased_by', type: 'text', nullable: true })
  leasedBy: string | null
}
