import type { DigestInput, DigestPreviewInput, Weekday } from '../../generated/graphql.js'
import type { Digest } from './digests-panel.js'

export const weekdays: ReadonlyArray<{ id: Weekday; title: string }> = [
  { id: 'MONDAY', title: 'Monday' },
  { id: 'TUESDAY', title: 'Tuesday' },
  { id: 'WEDNESDAY', title: 'Wednesday' },
  { id: 'THURSDAY', title: 'Thursday' },
  { id: 'FRIDAY', title: 'Friday' },
  { id: 'SATURDAY', title: 'Saturday' },
  { id: 'SUNDAY', title: 'Sunday' },
]

/** What the form does not show of a digest stays as it is. */
type Kept = Pick<Digest, 'state' | 'measures'> | null

export function previewOf(form: FormData, kept: Kept): DigestPreviewInput {
  const view = textOf(form, 'view')
  return {
    name: textOf(form, 'name'),
    view: view === '' ? null : view,
    state: kept?.state ?? '',
    measures: kept?.measures ?? [],
    timeZone: textOf(form, 'timeZone'),
  }
}

export function inputOf(form: FormData, kept: Kept): DigestInput {
  const weekday = weekdays.find(({ id }) => id === form.get('weekday'))?.id ?? 'MONDAY'
  const enabled = form.get('enabled') === 'on'
  return { ...previewOf(form, kept), name: textOf(form, 'name'), weekday, hour: Number(form.get('hour')), url: textOf(form, 'url'), enabled }
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}
