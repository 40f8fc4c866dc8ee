import type { AlertRouteInput, AlertRoutesQuery, AlertSeverity } from '../../generated/graphql.js'
import { listOf, textOf } from '../settings/workspace/form-values.js'

type Kinds = AlertRoutesQuery['alertRouteKinds']

const severities: AlertSeverity[] = ['PAGE', 'TICKET']

/** What the form says; a secret that is left empty keeps its value. */
export function routeInputOf(form: FormData, kinds: Kinds): AlertRouteInput {
  const kind = textOf(form, 'kind')
  const fields = kinds.find(({ id }) => id === kind)?.fields ?? []
  const taken = severities.filter((severity) => form.get(severity) === 'on')
  const [fromHour, toHour] = [textOf(form, 'fromHour'), textOf(form, 'toHour')]
  return {
    name: textOf(form, 'name'),
    kind,
    fields: fields.flatMap(({ name, secret }) => {
      const value = textOf(form, `field.${name}`)
      return secret && value === '' ? [] : [{ name, value }]
    }),
    severities: taken.length === severities.length ? [] : taken,
    teams: listOf(form, 'teams'),
    mostPerHour: Number(textOf(form, 'mostPerHour')),
    quiet: fromHour === '' || toHour === '' ? null : { fromHour: Number(fromHour), toHour: Number(toHour), timeZone: textOf(form, 'timeZone') },
    fallback: textOf(form, 'fallback') || null,
    enabled: form.get('enabled') === 'on',
  }
}
