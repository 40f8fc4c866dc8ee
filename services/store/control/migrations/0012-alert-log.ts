import type { MigrationInterface, QueryRunner } from 'typeorm'

export class AlertLog1790000000012 implements MigrationInterface {
  readonly name = 'AlertLog1790000000012'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE alert_messages ADD COLUMN earlier jsonb NOT NULL DEFAULT '[]'")
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the control store go forward only.')
  }
}
