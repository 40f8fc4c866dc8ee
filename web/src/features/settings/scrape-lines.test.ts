import { expect, test } from 'vitest'
import { scrapeLines } from './scrape-lines.js'

test('Prometheus is told the host, and how it speaks', () => {
  const lines = scrapeLines('https://windsock.example.com').split('\n')
  expect(lines).toContain('    scheme: https')
  expect(lines).toContain("    static_configs: [{ targets: ['windsock.example.com'] }]")
  expect(scrapeLines('http://127.0.0.1:4400')).toContain('scheme: http\n    metrics_path: /metrics/measures\n')
  expect(scrapeLines('http://127.0.0.1:4400')).toContain("['127.0.0.1:4400']")
})
