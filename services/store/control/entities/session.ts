import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'sessions' })
export class Session {
  /** The hash of what the browser holds. */
  @PrimaryColumn({ type: 'bytea' })
  id: Buffer

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date

  @Column({ type: 'text' })
  csrf: string
}
