import type { MigrationInterface, QueryRunner } from 'typeorm'

export class AlertLog1790000000011 implements MigrationInterface {
  readonly name = 'AlertLog1790000000011'

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}

const statements = [
  "ALTER TABLE alert_messages ADD COLUMN earlier jsonb NOT NULL DEFAULT '[]', ADD COLUMN removed_route jsonb, ALTER COLUMN route_id DROP NOT NULL",
  'ALTER TABLE alert_messages DROP CONSTRAINT alert_messages_route_id_fkey',
  `ALTER TABLE alert_messages ADD CONSTRAINT alert_messages_route_id_fkey
    FOREIGN KEY (route_id) REFERENCES alert_routes (id) ON DELETE SET NULL`,
]
