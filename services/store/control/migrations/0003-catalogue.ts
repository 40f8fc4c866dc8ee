import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Catalogue1790000000003 implements MigrationInterface {
  readonly name = 'Catalogue1790000000003'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE teams (
    id text PRIMARY KEY,
    title text NOT NULL,
    members text[] NOT NULL DEFAULT '{}'
  )`,
  `CREATE TABLE services (
    id text PRIMARY KEY,
    title text NOT NULL,
    team text,
    tier text,
    repository text,
    paths text[] NOT NULL DEFAULT '{}',
    depends_on text[] NOT NULL DEFAULT '{}',
    slis jsonb NOT NULL DEFAULT '[]',
    runbook_url text,
    owner text,
    declared_at timestamptz,
    aliases text[] NOT NULL DEFAULT '{}',
    source_of_record text,
    hotfix_rules jsonb
  )`,
  `CREATE INDEX services_team ON services (team)`,
  `CREATE TABLE environments (
    id text PRIMARY KEY,
    production boolean NOT NULL DEFAULT false
  )`,
  `CREATE TABLE connections (
    integration text NOT NULL,
    source text NOT NULL,
    secret_sealed bytea,
    open boolean NOT NULL DEFAULT false,
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (integration, source)
  )`,
  `CREATE TABLE settings (
    key text PRIMARY KEY,
    value jsonb NOT NULL
  )`,
]
