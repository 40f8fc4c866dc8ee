import type { TestApp } from '../app.js'
import { agrees, expectedRows, pick, questionsOf, type Answer, type Expected } from './known-answers.js'

type Question = Pick<Expected, 'key' | 'service' | 'from' | 'to'>
type Shown = {
  value: number | null
  n: number
  low: number | null
  high: number | null
  stats: { name: string; value: number | null }[]
  excluded: { reason: string; count: number }[]
}
type MetricsData = { metrics: { groups: { total: Shown }[] }[] }

const VALUE = `query ($key: MetricKey!, $services: [String!], $from: DateTime!, $to: DateTime!) {
  metrics(keys: [$key], scope: { services: $services }, window: { from: $from, to: $to }) {
    groups { total { value n low high stats { name value } excluded { reason count } } }
  }
}`

export async function askOverHttp(app: TestApp, { key, service, from, to }: Question): Promise<Answer> {
  const { data, errors } = await app.graphql<MetricsData>(VALUE, { key, services: service === null ? null : [service], from, to })
  const total = data?.metrics[0]?.groups[0]?.total
  if (errors || !total) throw new Error(`${key}: ${JSON.stringify(errors)}`)
  return {
    ...total,
    stats: Object.fromEntries(total.stats.map(({ name, value }) => [name, value])),
    excluded: Object.fromEntries(total.excluded.map(({ reason, count }) => [reason, count])),
  }
}

/** The rows of the known-answer table that the application answers otherwise, each as a sentence. */
export async function wrongAnswers(app: TestApp): Promise<string[]> {
  const wrong: string[] = []
  for (const { question, rows } of questionsOf(expectedRows)) {
    const answer = await askOverHttp(app, question)
    for (const row of rows) {
      const actual = pick(answer, row.of)
      if (!agrees(actual, row.expected)) wrong.push(`${row.key} ${row.of} of ${row.service ?? 'all'}: ${actual}, not ${row.expected}`)
    }
  }
  return wrong
}

export async function postEvents(app: TestApp, events: readonly object[]): Promise<{ accepted: number; duplicates: number }> {
  const headers = { 'content-type': 'application/x-ndjson' }
  const response = await app.request('/v1/events', { method: 'POST', headers, body: events.map((event) => JSON.stringify(event)).join('\n') })
  if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()) as { accepted: number; duplicates: number }
}
