import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'environments' })
export class Environment {
  @PrimaryColumn({ type: 'text' })
  id: string

  @Column({ type: 'boolean', default: false })
  production: boolean
}
