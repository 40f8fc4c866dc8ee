import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { alertmanagerConfiguration, prometheusConfiguration } from './configurations.js'

const page = readFileSync(new URL('../../../docs/telemetry.md', import.meta.url), 'utf8')
const windsock = 'http://127.0.0.1:4400'

it.each([
  ['Prometheus', prometheusConfiguration({ target: '127.0.0.1:8080', windsock, token: 'the token' })],
  ['Alertmanager', alertmanagerConfiguration({ windsock, secret: 'the secret of the connection' })],
])('the page has the configuration that %s was tried with', (_, configuration) => {
  expect(parse(configuration)).toBeTypeOf('object')
  expect(page).toContain(`\`\`\`yaml\n${configuration}\`\`\`\n`)
})
