import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Slos1790000000008 implements MigrationInterface {
  readonly name = 'Slos1790000000008'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE indicators (
    name text PRIMARY KEY,
    spec jsonb NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  `CREATE TABLE slos (
    name text PRIMARY KEY,
    service text NOT NULL,
    spec jsonb NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  'CREATE INDEX slos_service ON slos (service)',
]
