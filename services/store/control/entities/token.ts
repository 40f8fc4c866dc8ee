import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity({ name: 'tokens' })
export class Token {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'bytea' })
  hash: Buffer

  @Column({ type: 'text', array: true })
  scopes: string[]

  /** Null is every team. */
  @Column({ type: 'text', array: true, nullable: true })
  teams: string[] | null

  @Column({ name: 'created_by', type: 'text' })
  createdBy: string

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt: Date | null

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null
}
