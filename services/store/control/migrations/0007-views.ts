import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Views1790000000007 implements MigrationInterface {
  readonly name = 'Views1790000000007'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE saved_views (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    page text NOT NULL,
    state text NOT NULL,
    owner text NOT NULL,
    visibility text NOT NULL DEFAULT 'private' CHECK (visibility IN ('private', 'workspace')),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  'CREATE INDEX saved_views_owner ON saved_views (owner)',
  `CREATE TABLE default_views (
    owner text NOT NULL,
    page text NOT NULL,
    view_id uuid NOT NULL REFERENCES saved_views (id) ON DELETE CASCADE,
    PRIMARY KEY (owner, page)
  )`,
  `CREATE TABLE share_links (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    view_id uuid NOT NULL REFERENCES saved_views (id) ON DELETE CASCADE,
    hash bytea NOT NULL UNIQUE,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_at timestamptz
  )`,
  'CREATE INDEX share_links_view ON share_links (view_id)',
  `CREATE TABLE digests (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    view_id uuid REFERENCES saved_views (id) ON DELETE RESTRICT,
    state text NOT NULL DEFAULT '',
    measures text[] NOT NULL DEFAULT '{}',
    weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    time_zone text NOT NULL,
    url text NOT NULL,
    secret_sealed bytea NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    next_at timestamptz,
    last_sent_at timestamptz,
    last_error text
  )`,
  'CREATE INDEX digests_due ON digests (next_at) WHERE enabled',
  `CREATE TABLE digest_deliveries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    digest_id uuid NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('scheduled', 'manual')),
    period_from timestamptz NOT NULL,
    period_to timestamptz NOT NULL,
    as_of timestamptz NOT NULL,
    body text,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'leased', 'sent', 'dead')),
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    available_at timestamptz NOT NULL,
    lease_until timestamptz,
    leased_by text,
    status integer,
    reason text,
    finished_at timestamptz
  )`,
  `CREATE UNIQUE INDEX digest_deliveries_period ON digest_deliveries (digest_id, period_from) WHERE kind = 'scheduled'`,
  `CREATE INDEX digest_deliveries_due ON digest_deliveries (available_at) WHERE state IN ('pending', 'leased')`,
]
