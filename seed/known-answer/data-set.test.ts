import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectedRows, knownAnswerEvents } from './known-answer.js'
import { judgedDocuments } from './naive-attestations.js'
import { deploymentsOf } from './naive-deployments.js'
import { incidentsOf } from './naive-incidents.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const events = knownAnswerEvents()

describe('the page about the known answers', () => {
  it('has every row of the table, in its words', () => {
    for (const row of expectedRows()) {
      const window = `${row.from.slice(5, 10)} to ${row.to.slice(5, 10)}`
      expect(readme).toContain(`| \`${row.of}\` | ${row.service ?? 'all'} | ${window} | ${row.expected} | ${row.because} |`)
    }
  })

  it('shows every production deployment with its outcome and kind', () => {
    for (const { id, version, outcome, kind, environment } of deploymentsOf(events)) {
      if (environment === 'production') expect(readme).toMatch(new RegExp(`\\| ${id} \\| ${version} \\| [^|]+ \\| ${outcome} \\| ${kind} \\|`))
    }
  })

  it('shows every incident', () => {
    expect(
      incidentsOf(events)
        .map((incident) => incident.id)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `INC-${number}`))
    for (const { id, service } of incidentsOf(events)) expect(readme).toContain(`| ${id} | ${service} |`)
  })
})

describe('the signed documents', () => {
  it('stand on the page, each with its verdict', () => {
    const judged = judgedDocuments()
    expect(judged.map(({ status }) => status)).toEqual(['verified', 'verified', 'verified', 'verified', 'verified', 'invalid'])
    for (const { digest, kind, signer, status } of judged) {
      const deployment = deploymentsOf(events).find((one) => one.digest === digest)
      expect(readme).toMatch(new RegExp(`\\| ${deployment?.id} \\| ${kind}(: [^|]+)? \\| ${signer} \\| ${status} \\|`))
    }
  })
})

describe('the data set holds what it is for', () => {
  const count = (type: string) => events.filter((event) => event.type === type).length
  const lines = events.map((event) => JSON.stringify(event))

  it('every outcome and every kind', () => {
    const deployments = deploymentsOf(events)
    expect(new Set(deployments.map((one) => one.outcome))).toEqual(
      new Set(['succeeded', 'failed', 'rolled_back', 'cancelled', 'superseded', 'skipped', 'running']),
    )
    expect(new Set(deployments.map((one) => one.kind))).toEqual(new Set(['change', 'rollback', 'redeploy', 'hotfix']))
  })

  it('repeats, two bodies under one id, a correction, a late start', () => {
    const ids = new Set(events.map((event) => `${event.source} ${event.id}`))
    expect([lines.length, new Set(lines).size, ids.size]).toEqual([180, 176, 175])
    expect(events.filter((event) => (event.revision ?? 0) > 0)).toHaveLength(2)
    const place = (id: string) => events.findIndex((event) => event.id === id)
    expect(place('pay-105-finished')).toBeLessThan(place('pay-105-started'))
    expect(place('sea-304-started')).toBeLessThan(place('sea-301-started'))
  })

  it('two teams, three services, staging, approvals, artifacts', () => {
    const declared = events.filter((event) => event.type === 'service.declared')
    expect(declared).toHaveLength(3)
    expect(new Set(declared.map((event) => event.data.team)).size).toBe(2)
    expect(events.some((event) => event.data.environment === 'staging')).toBe(true)
    expect(['approval.requested', 'approval.decided', 'artifact.published', 'artifact.promoted', 'artifact.attested'].map(count)).toEqual([
      6, 6, 2, 1, 6,
    ])
  })

  it('pull requests, a revert, tests that failed and passed', () => {
    const pulls = events.flatMap(({ data }) => (data.pullRequest as { number: number } | undefined)?.number ?? [])
    expect(new Set(pulls).size).toBe(11)
    expect(events.filter(({ data }) => String(data.message).startsWith('Revert'))).toHaveLength(1)
    expect(new Set(events.filter(({ type }) => type === 'test.finished').map(({ data }) => data.status))).toEqual(new Set(['passed', 'failed']))
  })
})
