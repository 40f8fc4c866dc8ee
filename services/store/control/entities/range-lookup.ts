import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type RangeLookupState = 'pending' | 'leased' | 'done' | 'dead'

/** A range of commits to ask a provider about, once, and what became of it. */
@Entity({ name: 'range_lookups' })
export class RangeLookup {
  /** A 64-bit number as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string

  /** host/owner/name */
  @Column({ type: 'text' })
  repository: string

  @Column({ name: 'base_commit', type: 'text' })
  baseCommit: string

  @Column({ name: 'head_commit', type: 'text' })
  headCommit: string

  /** Whether to ask which files the commits touched. */
  @Column({ name: 'with_files', type: 'boolean', default: false })
  withFiles: boolean

  /** The first whose deployment needs it. */
  @Column({ type: 'text' })
  service: string

  @Column({ type: 'text', default: 'pending' })
  state: RangeLookupState

  @Column({ type: 'integer', default: 0 })
  attempts: number

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt: Date

  @Column({ name: 'available_at', type: 'timestamptz' })
  availableAt: Date

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null

  @Column({ name: 'leased_by', type: 'text', nullable: true })
  leasedBy: string | null

  /** Why it was put off or given up: a sentence. */
  @Column({ type: 'text', nullable: true })
  reason: string | null

  /** How many commits the range has. */
  @Column({ type: 'integer', nullable: true })
  commits: number | null

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null
}
