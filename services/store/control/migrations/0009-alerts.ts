import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Alerts1790000000009 implements MigrationInterface {
  readonly name = 'Alerts1790000000009'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE alert_routes (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL UNIQUE,
    sink text NOT NULL,
    settings_sealed bytea NOT NULL,
    severities text[] NOT NULL DEFAULT '{}',
    teams text[] NOT NULL DEFAULT '{}',
    most_per_hour integer NOT NULL CHECK (most_per_hour > 0),
    quiet jsonb,
    fallback_id uuid REFERENCES alert_routes (id) ON DELETE SET NULL,
    enabled boolean NOT NULL DEFAULT true,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  `CREATE TABLE alerts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    key text NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('page', 'ticket')),
    state text NOT NULL CHECK (state IN ('pending', 'firing', 'acknowledged', 'resolved')),
    condition jsonb NOT NULL,
    team text,
    owner text,
    runbook_url text,
    pending_since timestamptz NOT NULL,
    fired_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    resolved_at timestamptz
  )`,
  `CREATE UNIQUE INDEX alerts_open ON alerts (key) WHERE state <> 'resolved'`,
  'CREATE INDEX alerts_fired ON alerts (fired_at)',
  `CREATE TABLE alert_messages (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    alert_id uuid NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    route_id uuid NOT NULL REFERENCES alert_routes (id) ON DELETE CASCADE,
    status text NOT NULL CHECK (status IN ('firing', 'acknowledged', 'resolved')),
    state text NOT NULL CHECK (state IN ('pending', 'leased', 'sent', 'dead', 'held', 'suppressed')),
    reason text NOT NULL,
    body jsonb NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    error text,
    http_status integer,
    created_at timestamptz NOT NULL,
    available_at timestamptz NOT NULL,
    lease_until timestamptz,
    leased_by text,
    finished_at timestamptz,
    UNIQUE (alert_id, route_id, status)
  )`,
  `CREATE INDEX alert_messages_due ON alert_messages (available_at) WHERE state IN ('pending', 'leased')`,
  'CREATE INDEX alert_messages_route ON alert_messages (route_id, created_at)',
]
