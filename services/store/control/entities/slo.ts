import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'indicators' })
export class IndicatorRow {
  @PrimaryColumn({ type: 'text' })
  name: string

  @Column({ type: 'jsonb' })
  spec: unknown

  @Column({ name: 'updated_by', type: 'text' })
  updatedBy: string

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date
}

@Entity({ name: 'slos' })
export class SloRow {
  @PrimaryColumn({ type: 'text' })
  name: string

  @Column({ type: 'text' })
  service: string

  @Column({ type: 'jsonb' })
  spec: unknown

  @Column({ name: 'updated_by', type: 'text' })
  updatedBy: string

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date
}
