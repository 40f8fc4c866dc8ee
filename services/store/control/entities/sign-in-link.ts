import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Lets one person in once. */
@Entity({ name: 'sign_in_links' })
export class SignInLink {
  @PrimaryColumn({ type: 'bytea' })
  hash: Buffer

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null
}
