'use client'
import { useQueries } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import { totalEvidence } from '../../lib/evidence-link.js'
import { formatDay, formatValue } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { NumberButton } from '../evidence/number-button.js'
import { agrees, findActual, groupQuestions, isHeadline, wholePeriod, type KnownAnswer, type KnownQuestion, questionName } from './known-answers.js'
import { knownActualsDocument } from './queries.js'

interface CheckedAnswer {
  answer: KnownAnswer
  /** Null while asked. */
  verdict: { actual: number | null | undefined; right: boolean } | null
  failure: string | null
}

/** Shown only with the known-answer data: what the numbers must be, and what they are. */
export function KnownAnswersPanel({ answers }: { answers: readonly KnownAnswer[] }) {
  const questions = groupQuestions(answers)
  const results = useQueries({ queries: questions.map(questionQuery) })
  if (answers.length === 0) return null
  const rows = answers.map((answer): CheckedAnswer => {
    const result = results[questions.findIndex((question) => questionName(question) === questionName(answer))]
    const actual = result?.data && findActual(result.data, answer)
    return {
      answer,
      verdict: result?.data ? { actual, right: agrees(answer.expected, actual) } : null,
      failure: result?.error ? result.error.message : null,
    }
  })
  const whole = wholePeriod(answers)
  const right = rows.filter(({ verdict }) => verdict?.right).length
  return (
    <Panel
      title="Known answers"
      note={`${right} of ${rows.length} agree. The demo's records are few enough to count by hand; these are the numbers they must give.`}
    >
      <AnswerTable caption="Expected and actual numbers" rows={rows.filter(({ answer }) => isHeadline(answer, whole))} />
      <p className="mt-3 text-sm">
        <a className="underline" href={`/?from=${whole.from}&to=${whole.to}&zone=UTC`}>
          Show these weeks in the cards above
        </a>
      </p>
      <details className="mt-3">
        <summary className="cursor-pointer text-sm">All {rows.length} answers: by service and week, bounds, quantiles and exclusions</summary>
        <AnswerTable caption="All expected and actual numbers" rows={rows} />
      </details>
    </Panel>
  )
}

function AnswerTable({ caption, rows }: { caption: string; rows: readonly CheckedAnswer[] }) {
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ answer }) => `${answer.key} ${answer.of} ${questionName(answer)}`} />
}

function questionQuery({ from, to, service, keys }: KnownQuestion) {
  const variables = { keys, scope: service === null ? {} : { services: [service] }, window: { from, to, timeZone: 'UTC' } }
  return {
    queryKey: [knownActualsDocument.toString(), variables],
    queryFn: ({ signal }: { signal: AbortSignal }) => request(knownActualsDocument, variables, signal),
  }
}

const columns: ReadonlyArray<Column<CheckedAnswer>> = [
  {
    name: 'title',
    header: 'Measure',
    cell: ({ answer }) => (
      <>
        <span className="font-medium">{answer.title}</span>
        <span className="block text-xs text-muted">
          {answer.service ? `${answer.service}, ` : ''}
          {formatDay(answer.from, 'UTC')} to {formatDay(Date.parse(answer.to) - 1, 'UTC')}
        </span>
      </>
    ),
  },
  { name: 'expected', header: 'Expected', numeric: true, cell: ({ answer }) => formatValue(answer.expected, answer.unit) },
  {
    name: 'actual',
    header: 'Actual',
    numeric: true,
    cell: ({ answer, verdict, failure }) =>
      failure ? (
        <span className="text-bad">{failure}</span>
      ) : verdict === null ? (
        '…'
      ) : (
        <NumberButton
          value={verdict.actual}
          unit={answer.unit}
          label={answer.title}
          target={{ ...totalEvidence(answer.key), from: answer.from, to: answer.to, service: answer.service ?? null, everything: true }}
        />
      ),
  },
  {
    name: 'verdict',
    header: 'Agrees',
    cell: ({ verdict }) =>
      verdict === null ? (
        ''
      ) : verdict.right ? (
        <span className="inline-flex items-center gap-1 text-good">
          <Check size={16} aria-hidden /> yes
        </span>
      ) : (
        <span className="inline-flex items-center gap-1 font-semibold text-bad">
          <X size={16} aria-hidden /> no
        </span>
      ),
  },
  { name: 'because', header: 'Because', cell: ({ answer }) => <span className="text-muted">{answer.because}</span> },
]
