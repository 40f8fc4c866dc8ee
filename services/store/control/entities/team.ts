import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'teams' })
export class Team {
  @PrimaryColumn({ type: 'text' })
  id: string

  @Column({ type: 'text' })
  title: string

  @Column({ type: 'text', array: true, default: [] })
  members: string[]
}
