import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Who may approve what; an empty list of services, environments or risks means all of them. */
@Entity({ name: 'approver_groups' })
export class ApproverGroup {
  @PrimaryColumn({ type: 'text' })
  id: string

  @Column({ type: 'text', default: '' })
  title: string

  /** Logins. */
  @Column({ type: 'text', array: true, default: [] })
  members: string[]

  /** How many different members have to grant. */
  @Column({ type: 'integer', default: 1 })
  quorum: number

  @Column({ type: 'text', array: true, default: [] })
  services: string[]

  @Column({ type: 'text', array: true, default: [] })
  environments: string[]

  @Column({ type: 'text', array: true, default: [] })
  risks: string[]
}
