import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'services' })
export class Service {
  @PrimaryColumn({ type: 'text' })
  id: string

  @Column({ type: 'text' })
  title: string

  @Column({ type: 'text', nullable: true })
  team: string | null

  @Column({ type: 'text', nullable: true })
  tier: string | null

  @Column({ type: 'text', nullable: true })
  repository: string | null

  @Column({ type: 'text', array: true, default: [] })
  paths: string[]

  @Column({ name: 'depends_on', type: 'text', array: true, default: [] })
  dependsOn: string[]

  @Column({ type: 'jsonb', default: [] })
  slis: object[]

  @Column({ name: 'runbook_url', type: 'text', nullable: true })
  runbookUrl: string | null

  @Column({ type: 'text', nullable: true })
  owner: string | null

  /** Null while the service is known from events alone. */
  @Column({ name: 'declared_at', type: 'timestamptz', nullable: true })
  declaredAt: Date | null

  @Column({ type: 'text', array: true, default: [] })
  aliases: string[]

  @Column({ name: 'source_of_record', type: 'text', nullable: true })
  sourceOfRecord: string | null

  @Column({ name: 'hotfix_rules', type: 'jsonb', nullable: true })
  hotfixRules: object | null
}
