import { expect, it } from 'vitest'
import { impactIn } from './impact-in.js'

function filled(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

it('an impact is set as a whole, and only where an amount was typed', () => {
  expect(impactIn(filled({ customers: '', minutes: ' ', cost: '', currency: 'EUR' }))).toEqual({})
  expect(impactIn(filled({ customers: '0', minutes: '', cost: '12.50', currency: 'EUR' }))).toEqual({
    impact: { customers: 0, cost: 12.5, currency: 'EUR' },
  })
})
