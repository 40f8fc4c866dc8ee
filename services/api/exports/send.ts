import type { FastifyReply } from 'fastify'
import { csvOf, type CsvRow } from './csv.js'

/** Sends rows as they are read, as a file that is named after what it holds and its window, if it has one. */
export async function send(
  reply: FastifyReply,
  name: string,
  { from, to }: { from?: string; to?: string },
  columns: readonly string[],
  rows: AsyncIterable<CsvRow>,
): Promise<void> {
  const csv = await csvOf(columns, rows)
  const file = ['windsock', name, from?.slice(0, 10), to?.slice(0, 10)].filter(Boolean).join('-')
  await reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', `attachment; filename="${file}.csv"`).send(csv)
}
