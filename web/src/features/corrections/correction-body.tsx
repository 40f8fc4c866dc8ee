'use client'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import type { CorrectedKind } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { type Contradicted, ContradictionList } from './contradiction-list.js'
import { CorrectionHistory } from './correction-history.js'
import type { RecordedCorrection, Step } from './in-force.js'
import { type Part, PartList } from './part-list.js'
import { correctFactDocument, correctionsDocument } from './queries.js'
import { usePermission } from './use-permission.js'

/** When what is shown is asked for again: facts follow a correction within seconds. */
const ASK_AGAIN_MS = [1500, 4000, 8000]

interface CorrectionBodyProps {
  kind: CorrectedKind
  fact: string
  about: { service?: string; environment?: string }
  contradictions: readonly Contradicted[]
  /** What it was joined from. */
  parts?: readonly Part[]
  /** What takes a part out, given the corrections so far. */
  stepsOut?: (part: string, corrections: readonly RecordedCorrection[]) => Step[]
  /** The fields that a filled form sets. */
  read: (form: FormData) => Record<string, unknown>
  children: ReactNode
}

/** What senders contradict, the form that corrects the fact, and the corrections so far. */
export function CorrectionBody({ kind, fact, about, contradictions, parts = [], stepsOut, read, children }: CorrectionBodyProps) {
  const history = useApi(correctionsDocument, { kind, fact })
  const { allowed, why } = usePermission('APPROVE', 'correcting a fact')
  const [saved, setSaved] = useState(0)
  const recomputing = useAskAgain(saved)
  async function correct(steps: readonly Step[], reason: string, where: object = about) {
    if (steps.some(({ fields }) => Object.keys(fields).length === 0)) throw new Error('Nothing is changed yet: set at least one field.')
    for (const step of steps) await request(correctFactDocument, { input: { kind, ...where, ...step, reason } })
    setSaved((count) => count + 1)
  }
  const corrections = history.data?.corrections.filter((correction) => isAbout(correction, about))
  const takeOut = allowed && corrections && stepsOut ? (part: string, reason: string) => correct(stepsOut(part, corrections), reason) : null
  return (
    <div className="grid gap-4 text-sm">
      <ContradictionList contradictions={contradictions} />
      <PartList parts={parts} own={fact} takeOut={takeOut} />
      {why && <p role="note">{why}</p>}
      {allowed && (
        <SaveForm save={(form) => correct([{ fact, fields: read(form) }], String(form.get('reason')).trim())} label="Correct" done="Corrected.">
          <Fragment key={saved}>
            {children}
            <div className="grid sm:col-span-2">
              <Field label="Reason" hint="required, kept for good">
                <input name="reason" required maxLength={2000} className="field" autoComplete="off" />
              </Field>
            </div>
          </Fragment>
        </SaveForm>
      )}
      <p role="status" className="text-muted">
        {recomputing && 'The numbers are being recomputed; what is shown follows by itself.'}
      </p>
      <section aria-label="Corrections so far" className="grid gap-2">
        <h4 className="font-semibold">Corrections so far</h4>
        <QueryView query={history} what="The corrections" skeleton={<Skeleton className="h-16 w-full" />}>
          {({ corrections }) => (
            <CorrectionHistory
              corrections={corrections.filter((correction) => isAbout(correction, about))}
              own={fact}
              giveBack={
                allowed
                  ? (name, reason, { fact: of, service, environment }) =>
                      correct([{ fact: of, fields: { [name]: null } }], reason, { ...(service && { service }), ...(environment && { environment }) })
                  : null
              }
            />
          )}
        </QueryView>
      </section>
    </div>
  )
}

/** One id may be of several services or environments. */
function isAbout(
  correction: { service?: string | null; environment?: string | null },
  { service, environment }: CorrectionBodyProps['about'],
): boolean {
  const same = (said: string | null | undefined, own: string | undefined) => !said || own === undefined || said === own
  return same(correction.service, service) && same(correction.environment, environment)
}

function useAskAgain(saved: number): boolean {
  const client = useQueryClient()
  const [settled, setSettled] = useState(0)
  useEffect(() => {
    if (saved === 0) return
    const timers = ASK_AGAIN_MS.map((delay, index) =>
      setTimeout(() => {
        void client.invalidateQueries()
        if (index === ASK_AGAIN_MS.length - 1) setSettled(saved)
      }, delay),
    )
    return () => timers.forEach(clearTimeout)
  }, [client, saved])
  return saved > settled
}
