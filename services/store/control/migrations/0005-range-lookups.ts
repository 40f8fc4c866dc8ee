import type { MigrationInterface, QueryRunner } from 'typeorm'

export class RangeLookups1790000000005 implements MigrationInterface {
  readonly name = 'RangeLookups1790000000005'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE api_access (
    integration text NOT NULL,
    source text NOT NULL,
    token_sealed bytea NOT NULL,
    api_url text,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (integration, source)
  )`,
  `CREATE TABLE range_lookups (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    repository text NOT NULL,
    base_commit text NOT NULL,
    head_commit text NOT NULL,
    with_files boolean NOT NULL DEFAULT false,
    service text NOT NULL,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'leased', 'done', 'dead')),
    attempts integer NOT NULL DEFAULT 0,
    asked_at timestamptz NOT NULL,
    available_at timestamptz NOT NULL,
    lease_until timestamptz,
    leased_by text,
    reason text,
    commits integer,
    finished_at timestamptz,
    UNIQUE (repository, base_commit, head_commit, with_files)
  )`,
  `CREATE INDEX range_lookups_due ON range_lookups (available_at) WHERE state IN ('pending', 'leased')`,
]
