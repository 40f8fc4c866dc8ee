import { expectedRows } from '../known-answer/known-answer.js'
import { checkKnownAnswers } from '../verify/known-answers.js'
import { tableOf, type CheckedRow } from '../verify/table.js'
import type { SeedOptions } from './options.js'

/** Compares what Windsock answers with the known-answer table. True where all rows agree. */
export async function verifyKnownAnswer({ windsock }: SeedOptions): Promise<boolean> {
  return report(await checkKnownAnswers(windsock, expectedRows()))
}

/** Prints the table, and a last line that counts. True where all rows agree and there were some. */
export function report(rows: readonly CheckedRow[]): boolean {
  const wrong = rows.filter((row) => !row.ok).length
  console.log(tableOf(rows))
  console.log(wrong === 0 ? `${rows.length} of ${rows.length} as expected` : `${wrong} of ${rows.length} are WRONG`)
  return rows.length > 0 && wrong === 0
}
