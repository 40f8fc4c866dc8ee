import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Workspace1790000000006 implements MigrationInterface {
  readonly name = 'Workspace1790000000006'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  `CREATE TABLE approver_groups (
    id text PRIMARY KEY,
    title text NOT NULL DEFAULT '',
    members text[] NOT NULL DEFAULT '{}',
    quorum integer NOT NULL DEFAULT 1 CHECK (quorum > 0),
    services text[] NOT NULL DEFAULT '{}',
    environments text[] NOT NULL DEFAULT '{}',
    risks text[] NOT NULL DEFAULT '{}'
  )`,
  `CREATE TABLE calendars (
    id text PRIMARY KEY,
    time_zone text NOT NULL,
    days smallint[] NOT NULL,
    opens text NOT NULL,
    closes text NOT NULL CHECK (closes > opens),
    holidays text[] NOT NULL DEFAULT '{}'
  )`,
]
