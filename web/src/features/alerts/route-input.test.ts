import { describe, expect, it } from 'vitest'
import { routeInputOf } from './route-input.js'

const field = (name: string, secret: boolean) => ({ name, title: name, secret, required: true, example: '' })
const kinds = [{ id: 'webhook', title: 'Signed webhook', deduplicates: true, fields: [field('url', false), field('secret', true)] }]

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({
    name: 'pager',
    kind: 'webhook',
    'field.url': 'https://a.example',
    'field.secret': '',
    mostPerHour: '5',
    timeZone: 'UTC',
    ...values,
  }))
    data.set(name, value)
  return data
}

describe('routeInputOf', () => {
  it('keeps a secret that is left empty, and sends one that is given', () => {
    expect(routeInputOf(form({}), kinds).fields).toEqual([{ name: 'url', value: 'https://a.example' }])
    expect(routeInputOf(form({ 'field.secret': 'whsec_a' }), kinds).fields).toContainEqual({ name: 'secret', value: 'whsec_a' })
  })

  it('takes both severities as all, and quiet hours only whole', () => {
    expect(routeInputOf(form({ PAGE: 'on', TICKET: 'on', fromHour: '22' }), kinds)).toMatchObject({
      severities: [],
      quiet: null,
      fallback: null,
      enabled: false,
    })
    expect(routeInputOf(form({ PAGE: 'on', fromHour: '22', toHour: '7', teams: 'a, b', enabled: 'on' }), kinds)).toMatchObject({
      severities: ['PAGE'],
      teams: ['a', 'b'],
      quiet: { fromHour: 22, toHour: 7, timeZone: 'UTC' },
      enabled: true,
    })
  })
})
