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

/** What objectives refer to beside indicators: alert policies, their conditions and targets, sources of data. */
@Entity({ name: 'slo_objects' })
export class SloObjectRow {
  @PrimaryColumn({ type: 'text' })
  kind: string

  @PrimaryColumn({ type: 'text' })
  name: string

  @Column({ type: 'jsonb' })
  spec: unknown

  @Column({ name: 'updated_by', type: 'text' })
  updatedBy: string

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date
}
