import { expect, test } from 'vitest'
import { badgeLine, badgePath } from './badge-line.js'

test('a badge is named by its service and measure, and its days where they are not the usual', () => {
  expect(badgePath('payments', 'change_failure_rate', 30)).toBe('/v1/badges/payments/change_failure_rate.svg')
  expect(badgePath('payments', 'change_failure_rate', 90)).toBe('/v1/badges/payments/change_failure_rate.svg?days=90')
})

test('a line of Markdown holds, whatever is in the name of the service', () => {
  const asked = { origin: 'https://windsock.example.com', measure: 'deployment_frequency', title: 'Deployment frequency', days: 30 }
  expect(badgeLine({ ...asked, service: 'shop "front" (new)/a' })).toBe(
    '[![Deployment frequency](https://windsock.example.com/v1/badges/shop%20%22front%22%20%28new%29%2Fa/deployment_frequency.svg)](https://windsock.example.com/service?id=shop%20%22front%22%20%28new%29%2Fa)',
  )
})
