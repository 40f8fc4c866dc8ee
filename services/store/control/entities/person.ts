import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type Role = 'viewer' | 'responder' | 'approver' | 'admin'

@Entity({ name: 'people' })
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ type: 'text' })
  login: string

  @Column({ name: 'display_name', type: 'text' })
  displayName: string

  @Column({ type: 'text' })
  role: Role

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date
}
