import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.js'
import { eventLine } from './event-examples.js'
import { linkWithFilters } from './url-state.js'

describe('toCsv', () => {
  it('quotes what needs it and leaves a missing value empty', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,"y"', null],
          [1.5, 'two\nlines'],
        ],
      ),
    ).toBe('a,b\r\n"x,""y""",\r\n1.5,"two\nlines"\r\n')
  })

  it('keeps a spreadsheet from running a cell', () => {
    expect(toCsv(['a'], [['=1+1'], ['@x'], [-3]])).toBe("a\r\n'=1+1\r\n'@x\r\n-3\r\n")
  })
})

describe('eventLine', () => {
  it.each([
    'service.declared',
    'change.committed',
    'artifact.published',
    'approval.decided',
    'deployment.finished',
    'incident.detected',
    'incident.mitigated',
  ])('sends a whole %s event', (type) => {
    const line = eventLine(type, 'http://127.0.0.1:4400', '2026-11-02T10:04:00Z')
    const body = JSON.parse(/-d '(.*)'$/s.exec(line)?.[1] ?? '') as { type: string; time: string; data: object }
    expect(body).toMatchObject({ type, time: '2026-11-02T10:04:00Z' })
    expect(Object.keys(body.data).length).toBeGreaterThan(0)
    expect(line).not.toContain('{time}')
  })
})

describe('linkWithFilters', () => {
  it('takes the filters along and nothing else', () => {
    const search = new URLSearchParams('team=a&team=b&window=7d&find=x&evidence=change_lead_time')
    expect(linkWithFilters(search, '/release', { id: 'search@1.2.0' })).toBe('/release?id=search%401.2.0&team=a&team=b&window=7d')
  })
})
