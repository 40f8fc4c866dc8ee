import { AsyncLocalStorage } from 'node:async_hooks'
import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

export type CsvRow = Readonly<Record<string, string | number | boolean | null>>

/**
 * CSV as RFC 4180 has it, in UTF-8, with a header line, as fast as it is read. Cells that a spreadsheet would take for a formula
 * begin with an apostrophe. The first row is awaited, so that a question that cannot be answered fails before anything is sent.
 */
export async function csvOf(columns: readonly string[], rows: AsyncIterable<CsvRow>): Promise<Readable> {
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  // Later rows are asked for by the connection, and still for whoever made the request.
  const inRequest = AsyncLocalStorage.snapshot()
  async function* all(): AsyncGenerator<CsvRow> {
    try {
      for (let next = first; !next.done; next = await inRequest(() => iterator.next())) yield next.value
    } finally {
      await inRequest(() => iterator.return?.())
    }
  }
  const formatted = stringify({
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  })
  return pipeline(Readable.from(all()), formatted, () => {
    // Whoever reads `formatted` hears of the end or the error there.
  })
}
