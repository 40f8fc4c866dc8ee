import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRules } from '../domain/facts.js'
import { changesBetween } from './changes.js'
import { checkDocument, checkSpec } from './check-spec.js'
import { groupOf, likelyTeam } from './likely-team.js'
import { editDistance, nearest } from '../domain/nearest.js'
import { defaultPatterns, productionTest } from './production.js'
import { defaultSettings, rulesOf } from './settings.js'
import { kinds, type Declaration } from './specs.js'

const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c', 'P') })

describe('the nearest word', () => {
  it.each([
    ['tier', 'tire', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['runbookURL', 'runbookUrl', 2],
  ])('%s is %s at %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance))

  it('is measured alike from both sides, is 0 only for the same word, and never more than the longer', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b)
        expect(distance).toBe(editDistance(b, a))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })

  it('is given for a slip, and not for another word', () => {
    expect(nearest('memebers', ['title', 'members'])).toBe('members')
    expect(nearest('runbook', ['title', 'members', 'runbookUrl'])).toBe('runbookUrl')
    expect(nearest('colour', ['title', 'members'])).toBeNull()
    expect(nearest('x', [])).toBeNull()
  })
})

describe('production', () => {
  const rule = { environments: ['blue'], others: ['production-like'], patterns: [...defaultPatterns, 'eu-*'] }
  it.each([
    ['PROD', true],
    ['eu-west', true],
    ['shop_live.1', true],
    ['preprod', false],
    ['delivery', false],
    ['blue', true],
    ['production-like', false],
    ['weu-1', false],
  ])('%s: %s', (environment, expected) => expect(productionTest(rule)(environment)).toBe(expected))

  it('without settings is what the rules say by themselves', () => {
    const settings = {
      ...defaultSettings,
      production: { environments: [], others: [], patterns: defaultSettings.productionPatterns },
      businessHours: { timeZone: 'UTC', days: [], from: '09:00', to: '17:00', holidays: [] },
      quorums: {},
    }
    const rules = rulesOf(settings)
    expect({ ...rules, isProduction: null }).toEqual({ ...defaultRules, isProduction: null })
    const name = fc
      .array(fc.constantFrom('prod', 'Production', 'live', 'stage', '-', '_', '.', '/', ' ', 'x'), { maxLength: 6 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(name, (environment) => {
        expect(rules.isProduction(environment)).toBe(defaultRules.isProduction(environment))
      }),
    )
  })
})

describe('a specification', () => {
  it('is the same in any order and spelling of the same, and stays so', () => {
    const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 })
    fc.assert(
      fc.property(members, (list) => {
        const once = checkSpec('Team', { members: list })
        const again = checkSpec('Team', { title: '', members: [...list, ...list].reverse() })
        expect(once).toEqual(again)
        if (once.ok) expect(checkSpec('Team', once.spec)).toEqual(once)
      }),
    )
    const spelled = ['https://git.example.com/Shop/Cart.git', 'git@git.example.com:shop/cart'].map((repository) =>
      checkSpec('Service', { repository }),
    )
    expect(spelled[0]).toEqual(spelled[1])
  })

  it('is not changed where it stands', () => {
    const given = { timeZone: 'UTC' }
    expect(checkSpec('Calendar', given)).toMatchObject({ ok: true, spec: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] } })
    expect(given).toEqual({ timeZone: 'UTC' })
  })

  it('of the workspace leaves out what was left out', () => {
    expect(checkSpec('Workspace', { hotfix: { labels: ['fix'] } })).toEqual({
      ok: true,
      spec: { hotfix: { labels: ['fix'], branches: [], tags: [] } },
    })
  })

  it.each([
    ['Service' as const, { tier: 1 }, ['tier'], 'it must be text: put it in quotes, "1"'],
    ['Team' as const, { memebers: [] }, ['memebers'], 'memebers is not known here; did you mean members?; known are title, members'],
    ['Environment' as const, {}, [], 'production is missing'],
    ['Workspace' as const, { requiredProvenance: { default: ['sbon'] } }, ['requiredProvenance', 'default', 0], /did you mean sbom\?/],
  ])('%s %j is wrong at %j', (kind, spec, path, message) => {
    const checked = checkSpec(kind, spec)
    expect(checked.ok ? [] : checked.problems).toEqual([{ path, message: typeof message === 'string' ? message : expect.stringMatching(message) }])
  })

  it('stands in a document of a known kind', () => {
    expect(checkDocument({ apiVersion: 'windsock.dev/v1', kind: 'Team', metadata: { name: 'a' }, spec: {} })).toEqual([])
    expect(checkDocument({ apiVersion: 'windsock.dev/v2', kind: 'Teem', metadata: { name: '' } }).map(({ path }) => path.join('.'))).toEqual([
      'apiVersion',
      'kind',
      'metadata.name',
    ])
    expect(checkDocument([])).toEqual([{ path: [], message: 'it must be a mapping' }])
  })
})

describe('changes', () => {
  const team = (name: string, members: string[]): Declaration => ({ kind: 'Team', name, spec: { title: '', members } })
  const teams = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.subarray(['x', 'y'])), { selector: ([name]) => name })
    .map((list) => list.map(([name, members]) => team(name, members)))

  it('carried out leave nothing to change', () => {
    fc.assert(
      fc.property(teams, teams, (declared, wanted) => {
        const kept = new Map(declared.map((declaration) => [declaration.name, declaration]))
        for (const { action, declaration } of changesBetween(declared, wanted, kinds)) {
          if (action === 'undeclared') kept.delete(declaration.name)
          else kept.set(declaration.name, declaration)
        }
        expect(changesBetween([...kept.values()], wanted, kinds).filter(({ action }) => action !== 'unchanged')).toEqual([])
      }),
    )
  })

  it('name the fields, in the order in which one may need another', () => {
    const calendar: Declaration = { kind: 'Calendar', name: 'north', spec: { timeZone: 'UTC', days: [1], from: '09:00', to: '17:00', holidays: [] } }
    const workspace: Declaration = { kind: 'Workspace', name: 'workspace', spec: { calendar: 'north' } }
    const before: Declaration[] = [team('a', ['x']), team('old', []), { kind: 'Workspace', name: 'workspace', spec: { ...defaultSettings } }]
    const changes = changesBetween(before, [workspace, team('a', ['x', 'y']), calendar], kinds)
    expect(changes.map(({ action, declaration }) => `${action} ${declaration.kind} ${declaration.name}`)).toEqual([
      'create Calendar north',
      'change Team a',
      'change Workspace workspace',
      'undeclared Team old',
    ])
    expect(changes[1]?.fields).toEqual([{ field: 'members', from: ['x'], to: ['x', 'y'] }])
    expect(changes[2]?.fields).toEqual([{ field: 'calendar', from: null, to: 'north' }])
  })
})

describe('the likely team', () => {
  const counts = [
    { repository: 'git.example.com/shop/cart', team: 'shop', services: 1 },
    { repository: 'git.example.com/shop/pay', team: 'money', services: 3 },
    { repository: 'git.example.com/infra/dns', team: 'ops', services: 9 },
  ]
  it.each([
    ['git.example.com/shop/cart', 'shop'],
    ['git.example.com/shop/other', 'money'],
    ['git.example.com/lab/x', null],
    ['', null],
  ])('of %s is %s', (repository, team) => expect(likelyTeam(repository, counts)).toBe(team))

  it('looks beside the repository, not above it', () => expect(groupOf('cart')).toBe(''))
})
