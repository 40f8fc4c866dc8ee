import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Business hours under a name. */
@Entity({ name: 'calendars' })
export class Calendar {
  @PrimaryColumn({ type: 'text' })
  id: string

  /** An IANA name. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string

  /** From 1, Monday, to 7. */
  @Column({ type: 'smallint', array: true })
  days: number[]

  /** HH:MM. */
  @Column({ type: 'text' })
  opens: string

  /** HH:MM, later than `opens`. */
  @Column({ type: 'text' })
  closes: string

  /** YYYY-MM-DD. */
  @Column({ type: 'text', array: true, default: [] })
  holidays: string[]
}
