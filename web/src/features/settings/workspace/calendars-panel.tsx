'use client'
import type { Column } from '../../../components/data-table.js'
import { Panel } from '../../../components/panel.js'
import { QueryView } from '../../../components/query-view.js'
import { TableSkeleton } from '../../../components/skeleton.js'
import type { CatalogueQuery } from '../../../generated/graphql.js'
import { request } from '../../../lib/graphql-client.js'
import { useApi } from '../../../lib/use-api.js'
import { allZones } from '../../../lib/zone.js'
import { EditableList, NameField } from './editable-list.js'
import { listOf, textOf } from './form-values.js'
import { catalogueDocument, deleteCalendarDocument, putCalendarDocument } from './queries.js'
import { Field } from './save-form.js'

type Calendar = CatalogueQuery['calendars'][number]

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function CalendarsPanel() {
  const query = useApi(catalogueDocument, {})
  return (
    <Panel title="Calendars" note="Business hours, in which approvals can be measured. The workspace goes by one of them.">
      <QueryView query={query} what="The calendars" skeleton={<TableSkeleton rows={2} />}>
        {({ calendars }) => (
          <EditableList
            caption="Calendars"
            noun="calendar"
            rows={calendars}
            columns={columns}
            fields={(calendar) => <CalendarFields calendar={calendar} />}
            save={(form) => request(putCalendarDocument, { name: textOf(form, 'name'), input: toInput(form) })}
            removalOf={({ id }) =>
              () =>
                request(deleteCalendarDocument, { name: id })
              }
          />
        )}
      </QueryView>
    </Panel>
  )
}

function CalendarFields({ calendar }: { calendar: Calendar | null }) {
  const chosen = calendar?.days ?? [1, 2, 3, 4, 5]
  return (
    <>
      <NameField id={calendar?.id} />
      <Field label="Time zone">
        <select name="timeZone" className="field" defaultValue={calendar?.timeZone ?? 'UTC'}>
          {allZones().map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      </Field>
      <Field label="From">
        <input name="from" type="time" required className="field" defaultValue={calendar?.from ?? '09:00'} />
      </Field>
      <Field label="To">
        <input name="to" type="time" required className="field" defaultValue={calendar?.to ?? '17:00'} />
      </Field>
      <fieldset className="flex flex-wrap content-start gap-x-4 gap-y-2">
        <legend className="mb-1">Days</legend>
        {days.map((day, index) => (
          <label key={day} className="flex items-center gap-1.5">
            <input type="checkbox" name="days" value={index + 1} defaultChecked={chosen.includes(index + 1)} className="size-4" /> {day}
          </label>
        ))}
      </fieldset>
      <Field label="Holidays" hint="such as 2026-12-25, one on each line">
        <textarea name="holidays" rows={3} className="field" defaultValue={calendar?.holidays.join('\n')} />
      </Field>
    </>
  )
}

function toInput(form: FormData) {
  const hours = { from: textOf(form, 'from'), to: textOf(form, 'to') }
  return { timeZone: textOf(form, 'timeZone'), days: form.getAll('days').map(Number), ...hours, holidays: listOf(form, 'holidays') }
}

const columns: ReadonlyArray<Column<Calendar>> = [
  { name: 'calendar', header: 'Calendar', cell: ({ id }) => id },
  { name: 'zone', header: 'Time zone', cell: ({ timeZone }) => timeZone },
  { name: 'days', header: 'Days', cell: (calendar) => calendar.days.map((day) => days[day - 1]).join(', ') },
  { name: 'hours', header: 'Hours', cell: ({ from, to }) => `${from}–${to}` },
  { name: 'holidays', header: 'Holidays', numeric: true, cell: ({ holidays }) => holidays.length },
]
