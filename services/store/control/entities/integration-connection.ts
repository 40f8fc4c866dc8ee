import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A source that one integration may hear. */
@Entity({ name: 'connections' })
export class IntegrationConnection {
  @PrimaryColumn({ type: 'text' })
  integration: string

  @PrimaryColumn({ type: 'text' })
  source: string

  @Column({ name: 'secret_sealed', type: 'bytea', nullable: true })
  secretSealed: Buffer | null

  /** Declared to need no secret. */
  @Column({ type: 'boolean', default: false })
  open: boolean

  @Column({ type: 'jsonb', default: {} })
  settings: object

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date
}
