import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

/** Shows one saved view to whoever holds it. */
@Entity({ name: 'share_links' })
export class ShareLink {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ name: 'view_id', type: 'uuid' })
  viewId: string

  @Column({ type: 'bytea' })
  hash: Buffer

  @Column({ name: 'created_by', type: 'text' })
  createdBy: string

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null
}
