import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What a connection's provider is asked with. */
@Entity({ name: 'api_access' })
export class ApiAccess {
  @PrimaryColumn({ type: 'text' })
  integration: string

  @PrimaryColumn({ type: 'text' })
  source: string

  @Column({ name: 'token_sealed', type: 'bytea' })
  tokenSealed: Buffer

  /** Null for the provider's own address. */
  @Column({ name: 'api_url', type: 'text', nullable: true })
  apiUrl: string | null

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt: Date
}
