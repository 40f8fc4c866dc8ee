import type { MigrationInterface, QueryRunner } from 'typeorm'

export class SloObjects1790000000010 implements MigrationInterface {
  readonly name = 'SloObjects1790000000010'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE slo_objects (
      kind text NOT NULL CHECK (kind IN ('DataSource', 'AlertNotificationTarget', 'AlertCondition', 'AlertPolicy')),
      name text NOT NULL,
      spec jsonb NOT NULL,
      updated_by text NOT NULL,
      updated_at timestamptz NOT NULL,
      PRIMARY KEY (kind, name)
    )`)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}
