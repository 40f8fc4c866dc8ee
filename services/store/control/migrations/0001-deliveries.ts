import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Deliveries1790000000001 implements MigrationInterface {
  readonly name = 'Deliveries1790000000001'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE inbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    integration text NOT NULL,
    source text NOT NULL,
    delivery_id text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    headers jsonb NOT NULL DEFAULT '{}',
    body bytea NOT NULL,
    content_type text,
    size integer NOT NULL CHECK (size >= 0),
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'leased', 'done', 'dead', 'refused')),
    attempts integer NOT NULL DEFAULT 0,
    available_at timestamptz NOT NULL DEFAULT now(),
    lease_until timestamptz,
    leased_by text,
    outcome jsonb,
    error text,
    processed_at timestamptz,
    UNIQUE (integration, source, delivery_id)
  )`,
  `CREATE INDEX inbox_pending ON inbox (available_at, id) WHERE state = 'pending'`,
  `CREATE INDEX inbox_leased ON inbox (lease_until) WHERE state = 'leased'`,
  `CREATE INDEX inbox_received ON inbox (received_at, id)`,
  `CREATE SEQUENCE fact_fence AS bigint`,
  `CREATE TABLE dirty_services (
    service text PRIMARY KEY,
    generation bigint NOT NULL DEFAULT 1,
    fence bigint NOT NULL DEFAULT 0,
    since timestamptz NOT NULL DEFAULT now(),
    lease_until timestamptz,
    leased_by text
  )`,
  `CREATE INDEX dirty_services_since ON dirty_services (since)`,
  `CREATE TABLE refused_deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    integration text NOT NULL,
    source text NOT NULL,
    reason text NOT NULL,
    size integer NOT NULL CHECK (size >= 0)
  )`,
  `CREATE INDEX refused_deliveries_at ON refused_deliveries (at)`,
]
