import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity({ name: 'alert_routes' })
export class AlertRoute {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ type: 'text' })
  name: string

  /** The folder of its kind: `slack`, `pagerduty`, … */
  @Column({ type: 'text' })
  sink: string

  /** Addresses and secrets, sealed as one. */
  @Column({ name: 'settings_sealed', type: 'bytea' })
  settingsSealed: Buffer

  @Column({ type: 'text', array: true })
  severities: ('page' | 'ticket')[]

  @Column({ type: 'text', array: true })
  teams: string[]

  @Column({ name: 'most_per_hour', type: 'integer' })
  mostPerHour: number

  @Column({ type: 'jsonb', nullable: true })
  quiet: { fromHour: number; toHour: number; timeZone: string } | null

  /** Where a message goes that this route cannot deliver. */
  @Column({ name: 'fallback_id', type: 'uuid', nullable: true })
  fallbackId: string | null

  @Column({ type: 'boolean', default: true })
  enabled: boolean

  @Column({ name: 'created_by', type: 'text' })
  createdBy: string

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date
}

@Entity({ name: 'alerts' })
export class Alert {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ type: 'text' })
  key: string

  @Column({ type: 'text' })
  rule: string

  @Column({ type: 'text' })
  severity: 'page' | 'ticket'

  @Column({ type: 'text' })
  state: 'pending' | 'firing' | 'acknowledged' | 'resolved'

  /** As it was found last. */
  @Column({ type: 'jsonb' })
  condition: unknown

  @Column({ type: 'text', nullable: true })
  team: string | null

  @Column({ type: 'text', nullable: true })
  owner: string | null

  @Column({ name: 'runbook_url', type: 'text', nullable: true })
  runbookUrl: string | null

  @Column({ name: 'pending_since', type: 'timestamptz' })
  pendingSince: Date

  @Column({ name: 'fired_at', type: 'timestamptz', nullable: true })
  firedAt: Date | null

  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true })
  acknowledgedAt: Date | null

  @Column({ name: 'acknowledged_by', type: 'text', nullable: true })
  acknowledgedBy: string | null

  @Column({ name: 'resolved_at', type: 'timestamptz', nullable: true })
  resolvedAt: Date | null
}

/** `at` is ISO 8601 in UTC. */
type EarlierDecision = { at: string; state: AlertMessage['state']; reason: string }

/** One message of one alert to one route, or the reason why there was none. */
@Entity({ name: 'alert_messages' })
export class AlertMessage {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ name: 'alert_id', type: 'uuid' })
  alertId: string

  /** Null once the route is removed; then `removedRoute` says which it was. */
  @Column({ name: 'route_id', type: 'uuid', nullable: true })
  routeId: string | null

  @Column({ name: 'removed_route', type: 'jsonb', nullable: true })
  removedRoute: { name: string; sink: string } | null

  @Column({ type: 'text' })
  status: 'firing' | 'acknowledged' | 'resolved'

  @Column({ type: 'text' })
  state: 'pending' | 'leased' | 'sent' | 'dead' | 'held' | 'suppressed'

  /** Why it was sent, held or suppressed. */
  @Column({ type: 'text' })
  reason: string

  /** What was decided of it before, the first first. */
  @Column({ type: 'jsonb', default: [] })
  earlier: EarlierDecision[]

  @Column({ type: 'jsonb' })
  body: unknown

  @Column({ type: 'integer', default: 0 })
  attempts: number

  @Column({ type: 'text', nullable: true })
  error: string | null

  @Column({ name: 'http_status', type: 'integer', nullable: true })
  httpStatus: number | null

  /** When it was decided that it is sent, held or suppressed. */
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'available_at', type: 'timestamptz' })
  availableAt: Date

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null

  @Column({ name: 'leased_by', type: 'text', nullable: true })
  leasedBy: string | null

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null
}
