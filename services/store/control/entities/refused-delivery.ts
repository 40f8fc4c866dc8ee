import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

/** All that is kept of a delivery that was not let in. */
@Entity({ name: 'refused_deliveries' })
export class RefusedDelivery {
  /** A 64-bit number as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string

  @Column({ type: 'timestamptz' })
  at: Date

  @Column({ type: 'text' })
  integration: string

  @Column({ type: 'text' })
  source: string

  @Column({ type: 'text' })
  reason: string

  /** Bytes of the body. */
  @Column({ type: 'integer' })
  size: number
}
