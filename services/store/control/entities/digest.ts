import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

/** Numbers of the last week, sent to an address every week. */
@Entity({ name: 'digests' })
export class Digest {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ type: 'text' })
  name: string

  /** The saved view whose scope and options it has; null where `state` says them. */
  @Column({ name: 'view_id', type: 'uuid', nullable: true })
  viewId: string | null

  @Column({ type: 'text', default: '' })
  state: string

  /** Keys of measures; none for the usual ones. */
  @Column({ type: 'text', array: true, default: [] })
  measures: string[]

  /** From 1, Monday, to 7. */
  @Column({ type: 'smallint' })
  weekday: number

  @Column({ type: 'smallint' })
  hour: number

  /** An IANA name. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string

  @Column({ type: 'text' })
  url: string

  @Column({ name: 'secret_sealed', type: 'bytea' })
  secretSealed: Buffer

  @Column({ type: 'boolean', default: true })
  enabled: boolean

  @Column({ name: 'created_by', type: 'text' })
  createdBy: string

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt: Date | null

  @Column({ name: 'last_sent_at', type: 'timestamptz', nullable: true })
  lastSentAt: Date | null

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null
}
