import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { runCli } from '../program.js'
import { readDocuments } from './read-documents.js'
import { readSources } from './read-sources.js'

const document = (kind: string, name: string, spec: string) =>
  `apiVersion: windsock.dev/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n`

function misprints(text: string): string[] {
  return readDocuments([{ file: 'a.yaml', text }]).misprints.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('documents', () => {
  test('several to a file, empty ones aside, each with its line', () => {
    const text = `---\n${document('Team', 'a', '{}')}---\n# nothing\n---\n${document('Calendar', 'north', '{timeZone: UTC, from: 09:30, holidays: [2026-12-25]}')}`
    const { declared, misprints: wrong } = readDocuments([{ file: 'a.yaml', text }])
    expect(wrong).toEqual([])
    expect(declared.map(({ declaration, line }) => [declaration.kind, declaration.name, line])).toEqual([
      ['Team', 'a', 2],
      ['Calendar', 'north', 9],
    ])
    expect(declared[1]?.declaration.spec).toEqual({ timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:30', to: '17:00', holidays: ['2026-12-25'] })
  })

  test.each([
    [
      'an unknown key, at the key',
      document('Team', 'a', '\n  title: A\n  memebers: [x]'),
      /^6:3 spec\.memebers: memebers is not known here; did you mean members\?/,
    ],
    ['a wrong value, at its key', document('Service', 'a', '\n  tier: 1'), /^5:3 spec\.tier: it must be text: put it in quotes, "1"$/],
    [
      'a wrong entry of a list, at the entry',
      document('ApproverGroup', 'a', '\n  members:\n    - x\n    - 7'),
      /^7:7 spec\.members\.1: it must be text/,
    ],
    ['a missing field, at what lacks it', document('Environment', 'a', '{}'), /^4:1 spec: production is missing$/],
    ['an unknown kind', document('Teem', 'a', '{}'), /^2:1 kind: it must be one of .*; did you mean Team\?$/],
    ['no mapping', '- 1\n', /^1:1 it must be a mapping$/],
    ['a key twice', 'kind: Team\nkind: Team\n', /^2:1 .*unique/],
    ['no YAML', 'kind: [Team\n', /^2:1 /],
  ])('%s', (_, text, message) => {
    expect(misprints(text)).toEqual([expect.stringMatching(message)])
  })

  test('declare a thing once, over all files', () => {
    const { misprints: wrong } = readDocuments([
      { file: 'a.yaml', text: document('Team', 'a', '{}') },
      { file: 'b.yaml', text: document('Team', 'a', '{}') },
    ])
    expect(wrong).toEqual([{ file: 'b.yaml', line: 1, column: 1, message: 'Team a is declared in a.yaml:1 already' }])
  })

  test('with aliases without end are refused', () => {
    const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(',')}]`)
    expect(misprints(['l0: &l0 x', ...levels, ''].join('\n'))).toEqual([expect.stringMatching(/alias/i)])
  })
})

describe('apply', () => {
  let app: TestApp
  let folder: string
  beforeAll(async () => {
    app = await startTestApp()
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'windsock-apply-'))
    return () => rm(folder, { recursive: true, force: true })
  })
  afterAll(() => app?.stop())

  async function run(...args: string[]) {
    const lines = { out: [] as string[], err: [] as string[] }
    const env = { WINDSOCK_URL: app.url, WINDSOCK_TOKEN: app.localToken }
    const terminal = {
      env,
      out: (line: string) => lines.out.push(line),
      err: (line: string) => lines.err.push(line),
      progress: () => {},
      now: () => new Date(),
    }
    const code = await runCli(['apply', ...args], terminal)
    return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
  }
  const put = (name: string, ...documents: string[]) => writeFile(join(folder, name), documents.join('---\n'))
  const withdraw = (name: string) => app.graphql(`mutation { withdrawService(name: "${name}") }`)
  const events = async () => {
    await app.settled()
    return (await app.graphql<{ pipelineStatus: { events: number } }>('{ pipelineStatus { events } }')).data.pipelineStatus.events
  }

  test('declares what the files say, once, and shows each field that changes', async () => {
    await mkdir(join(folder, 'services'))
    await put('services/cart.yml', document('Service', 'cart', '{team: shop, tier: "1", aliases: [basket]}'))
    await put(
      'all.yaml',
      document(
        'Workspace',
        'any',
        '{calendar: north, attributionWindowHours: 48, alertSilentMinutes: 30, ownership: historical, options: {leadTimeClock: merged, failureSignals: [outcome, incident], minConfidence: 0.7}, targets: {time_to_mitigate: {high: 900}}, requiredProvenance: {default: [sbom], byTier: {"1": [sbom, commit]}}}',
      ),
      document('Team', 'shop', '{title: Shop, members: [author-17]}'),
      document('Environment', 'blue', '{production: true}'),
      document('ApproverGroup', 'dba', '{members: [author-17], risks: [database-migration]}'),
      document('Calendar', 'north', '{timeZone: Europe/Stockholm}'),
    )
    const dry = await run('-f', folder, '--dry-run')
    expect(dry).toMatchObject({ code: 0, err: '' })
    expect(dry.out).toMatch(/^\+ Calendar north\n {4}timeZone: "Europe\/Stockholm"/)
    expect(dry.out).toMatch(/~ Workspace workspace\n(.*\n)* {4}attributionWindowHours: 24 → 48/)
    expect(dry.out).toMatch(/ {4}alertSilentMinutes: 15 → 30/)
    expect(dry.out).toMatch(/5 created, 1 changed, 0 unchanged\. This was a dry run: nothing was written\.$/)
    const before = await events()
    expect((await run('-f', folder)).out).toBe(dry.out.replace(' This was a dry run: nothing was written.', ''))
    expect((await events()) - before).toBe(1)
    const again = await run('-f', folder, '--json')
    const { changes } = JSON.parse(again.out) as { changes: { action: string; file: string; line: number }[] }
    expect(changes.map(({ action }) => action)).toEqual(Array(6).fill('unchanged'))
    expect(changes[0]).toMatchObject({ kind: 'Calendar', file: join(folder, 'all.yaml') })
    expect((await events()) - before).toBe(1)
    await put('services/cart.yml', document('Service', 'cart', '{team: shop, tier: "2"}'))
    expect((await run('-f', folder)).out).toBe(
      '~ Service cart\n    tier: "1" → "2"\n    aliases: ["basket"] → []\n0 created, 1 changed, 5 unchanged.',
    )
    await withdraw('cart')
  })

  test('leaves what is in no file, unless it is told to prune, and then only of kinds that the files have', async () => {
    await put(
      'a.yaml',
      document('ApproverGroup', 'one', '{}'),
      document('ApproverGroup', 'two', '{}'),
      document('Environment', 'kept', '{production: false}'),
    )
    await run('-f', folder)
    await put('a.yaml', document('ApproverGroup', 'one', '{}'))
    const kept = await run('-f', join(folder, 'a.yaml'))
    expect(kept.out).toContain('? ApproverGroup two is in no file; --prune takes it back')
    expect(kept.out).not.toContain('Environment')
    const pruned = await run('-f', join(folder, 'a.yaml'), '--prune')
    expect(pruned.out).toContain('- ApproverGroup two')
    expect((await run('-f', folder, '--prune')).out).toBe('0 created, 0 changed, 1 unchanged.')
  })

  test('writes nothing when one of the files is wrong', async () => {
    await put('a.yaml', document('Team', 'good', '{}'))
    await put('b.yaml', document('Team', 'bad', '\n  titel: B'))
    const { code, out, err } = await run('-f', folder)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`${join(folder, 'b.yaml')}:5:3 spec.titel: titel is not known here; did you mean title?`)
    const { data } = await app.graphql<{ declarations: unknown[] }>('{ declarations(names: ["good"]) { name } }')
    expect(data.declarations).toEqual([])
  })

  test('names of what does not exist are refused with the line, where neither the files nor the instance has them', async () => {
    await put('a.yaml', document('ApproverGroup', 'gate', '\n  services: [refunds, refnuds]\n  members:\n    - author-41'))
    await put('b.yaml', document('Service', 'refunds', '{team: billin}'), document('Team', 'billing', '{members: [author-41]}'))
    const { code, out, err } = await run('-f', folder)
    expect([code, out]).toEqual([1, ''])
    const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')]
    expect(err.split('\n').map((line) => line.trim())).toEqual([
      'Nothing was written, because of this:',
      expect.stringMatching(`^${a}:5:23 spec.services.refnuds: there is no service refnuds; did you mean refunds.; no event names it`),
      expect.stringMatching(`^${b}:4:8 spec.team: there is no team billin; did you mean billing.; declare it as a Team first`),
    ])
    expect((await run('-f', folder, '--dry-run')).code).toBe(1)
    await put('a.yaml', document('ApproverGroup', 'gate', '{services: [refunds], members: [author-41]}'))
    await put('b.yaml', document('Service', 'refunds', '{team: billing}'), document('Team', 'billing', '{members: [author-41]}'))
    expect(await run('-f', folder)).toMatchObject({ code: 0, err: '' })
    await withdraw('refunds')
  })

  test('so are services depended on, environments of approvers and the calendar', async () => {
    await put(
      'a.yaml',
      document('Service', 'shelf', '\n  dependsOn:\n    - sheff\n    - warehouse'),
      document('ApproverGroup', 'packers', '\n  environments: [gren]'),
      document('Workspace', 'any', '{calendar: nowhere}'),
      document('Environment', 'green', '{production: false}'),
    )
    const { code, out, err } = await run('-f', folder)
    expect([code, out]).toEqual([1, ''])
    const file = join(folder, 'a.yaml')
    expect(err.split('\n').map((line) => line.trim())).toEqual([
      'Nothing was written, because of this:',
      expect.stringMatching(`^${file}:6:7 spec.dependsOn.sheff: there is no service sheff; did you mean shelf.; no event names it`),
      expect.stringMatching(`^${file}:7:7 spec.dependsOn.warehouse: there is no service warehouse; no event names it`),
      expect.stringMatching(`^${file}:13:18 spec.environments.gren: there is no environment gren; did you mean green.; nothing was deployed to it`),
      expect.stringMatching(`^${file}:18:8 spec.calendar: there is no calendar nowhere; declare it as a Calendar first`),
    ])
  })

  test('new services may depend on each other, whichever comes first', async () => {
    await put('a.yaml', document('Service', 'chicken', '{dependsOn: [egg, farm]}'), document('Service', 'egg', '{dependsOn: [chicken]}'))
    await put('b.yaml', document('Service', 'farm', '{tier: "2"}'))
    expect(await run('-f', folder)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('3 created, 0 changed, 0 unchanged') })
    expect(await run('-f', folder)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('0 created, 0 changed, 3 unchanged') })
  })

  test('nothing is pruned that something kept still names, and then nothing is written', async () => {
    await put(
      'all.yaml',
      document('Team', 'press', '{}'),
      document('Service', 'printer', '{team: press}'),
      document('Environment', 'cellar', '{production: false}'),
      document('ApproverGroup', 'porters', '{environments: [cellar]}'),
    )
    expect((await run('-f', folder)).code).toBe(0)
    await put('all.yaml', document('Team', 'binders', '{}'), document('Environment', 'attic', '{production: false}'))
    for (const more of [[], ['--dry-run']]) {
      const { code, out, err } = await run('-f', folder, '--prune', ...more)
      expect([code, out]).toEqual([1, ''])
      expect(err.split('\n').map((line) => line.trim())).toEqual([
        'Nothing was written, because --prune would remove what is still named:',
        expect.stringContaining('The environment cellar is still named by the approver group porters'),
        expect.stringContaining('The team press is still named by the service printer'),
      ])
    }
    expect((await app.graphql<{ declarations: unknown[] }>('{ declarations(names: ["binders", "attic"]) { name } }')).data.declarations).toEqual([])
    expect((await run('-f', folder, '--dry-run')).code).toBe(0)
    await put('rest.yaml', document('Service', 'printer', '{team: binders}'), document('ApproverGroup', 'porters', '{environments: [attic]}'))
    const pruned = await run('-f', folder, '--prune')
    expect(pruned).toMatchObject({ code: 0, err: '' })
    for (const gone of ['- Team press', '- Environment cellar']) expect(pruned.out).toContain(gone)
    await withdraw('printer')
  })

  test('needs a file that is there, and a token that may', async () => {
    expect(await run()).toMatchObject({ code: 2 })
    expect(await run('-f', join(folder, 'none.yaml'))).toMatchObject({ code: 2 })
    expect(await run('-f', folder)).toMatchObject({ code: 2 })
    await put('a.yaml', document('Team', 'secret', '{}'))
    const made = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "r", scopes: [READ]) { secret } }')
    expect(await run('-f', folder, '--token', made.data.createToken.secret)).toMatchObject({ code: 4, out: '' })
  })

  describe('OpenSLO', () => {
    const sli = `apiVersion: openslo/v1
kind: SLI
metadata: {name: answers}
spec: {ratioMetric: {good: {metricSource: {spec: {query: 'requests{code="200"}'}}}, total: {metricSource: {spec: {query: requests}}}}}
`
    const slo = (name: string, target: number) => `apiVersion: openslo/v1
kind: SLO
metadata: {name: ${name}}
spec:
  service: cart
  indicatorRef: answers
  timeWindow: [{duration: 30d, isRolling: true}]
  budgetingMethod: Occurrences
  objectives: [{target: ${target}}]
`
    const source = `apiVersion: openslo/v1
kind: DataSource
metadata: {name: ours}
spec: {type: Prometheus, connectionDetails: {password: do-not-keep-this}}
`
    const service = 'apiVersion: openslo/v1\nkind: Service\nmetadata: {name: basket, displayName: Baskets}\nspec: {}\n'
    const policy = `apiVersion: openslo/v1
kind: AlertPolicy
metadata: {name: fast}
spec:
  conditions: [{conditionRef: fast-burn}]
  notificationTargets: [{targetRef: on-call}]
`

    test('stands beside other documents, is applied once, changed, and pruned', async () => {
      await put('all.yaml', document('Team', 'slow', '{}'), sli, slo('cart-answers', 0.99), slo('cart-really-answers', 0.999), source, service)
      const dry = await run('-f', folder, '--dry-run')
      expect(dry).toMatchObject({ code: 0, err: '' })
      expect(dry.out).toContain('+ Team slow')
      expect(dry.out).toContain('+ SLI answers')
      expect(dry.out).toContain('+ SLO cart-answers\n')
      expect(dry.out).toContain('6 created, 0 changed, 0 unchanged')
      expect(dry.out).toContain('connectionDetails of DataSource ours was read and is not kept.')
      expect((await app.graphql<{ slos: { totalCount: number } }>('{ slos { totalCount } }')).data.slos.totalCount).toBe(0)
      expect((await run('-f', folder)).code).toBe(0)
      expect((await run('-f', folder)).out).toContain('0 created, 0 changed, 6 unchanged')
      const titled = await app.graphql<{ declarations: unknown[] }>('{ declarations(names: ["basket"]) { kind spec } }')
      expect(titled.data.declarations).toEqual([{ kind: 'SERVICE', spec: expect.objectContaining({ title: 'Baskets' }) }])
      await put('all.yaml', document('Team', 'slow', '{}'), sli, slo('cart-answers', 0.995))
      const changed = await run('-f', folder, '--json')
      const { changes } = JSON.parse(changed.out) as { changes: { action: string; kind: string; name: string; file: string }[] }
      expect(changes.filter(({ action }) => action === 'change')).toEqual([
        expect.objectContaining({ kind: 'SLO', name: 'cart-answers', file: join(folder, 'all.yaml') }),
      ])
      expect(changes.filter(({ action, kind }) => action === 'undeclared' && kind === 'SLO')).toEqual([
        expect.objectContaining({ name: 'cart-really-answers' }),
      ])
      expect(await run('-f', folder, '--prune')).toMatchObject({ err: '', out: expect.stringContaining('- SLO cart-really-answers') })
      const { data } = await app.graphql<{ slos: { edges: { node: { name: string; objectives: { target: number }[] } }[] } }>(
        '{ slos { edges { node { name objectives { target } } } } }',
      )
      expect(data.slos.edges.map(({ node }) => [node.name, node.objectives[0]?.target])).toEqual([['cart-answers', 0.995]])
    })

    test('takes alert policies with what they refer to, and prunes each before what it refers to', async () => {
      const target = 'apiVersion: openslo/v1\nkind: AlertNotificationTarget\nmetadata: {name: on-call}\nspec: {target: slack}\n'
      const condition = `apiVersion: openslo/v1
kind: AlertCondition
metadata: {name: fast-burn}
spec: {severity: page, condition: {kind: burnrate, threshold: 10, lookbackWindow: 1h, alertAfter: 5m}}
`
      const told = slo('cart-told', 0.99).replace('  objectives', '  alertPolicies: [fast]\n  objectives')
      await put('policy.yaml', policy)
      await put('slo.yaml', told)
      const dangling = await run('-f', folder)
      expect(dangling.code).toBe(1)
      expect(dangling.err).toMatch(/policy\.yaml:5:\d+ spec\.conditions\.0\.conditionRef: there is no AlertCondition fast-burn/)
      expect(dangling.err).toMatch(/policy\.yaml:6:\d+ .*there is no AlertNotificationTarget on-call/)
      await put('rest.yaml', target, condition, sli)
      expect(await run('-f', folder)).toMatchObject({ code: 0, err: '' })
      expect((await run('-f', folder)).out).toContain('0 created, 0 changed, 5 unchanged')
      await put('policy.yaml', '')
      await put('slo.yaml', slo('cart-told', 0.99))
      await put(
        'rest.yaml',
        sli,
        target.replaceAll('on-call', 'nobody'),
        condition.replaceAll('fast-burn', 'slow-burn'),
        policy.replace('name: fast', 'name: slow').replace('fast-burn', 'slow-burn').replace('on-call', 'nobody'),
      )
      const pruned = await run('-f', folder, '--prune')
      expect(pruned).toMatchObject({ code: 0, err: '' })
      for (const gone of ['AlertPolicy fast', 'AlertCondition fast-burn', 'AlertNotificationTarget on-call'])
        expect(pruned.out).toContain(`- ${gone}`)
      expect((await run('-f', folder, '--prune')).out).toContain('0 created, 0 changed, 5 unchanged')
    })

    test('is refused with the line in its file, and then nothing of any file is written', async () => {
      await put('a.yaml', document('Team', 'never', '{}'), slo('cart-broken', 99), slo('cart-fine', 0.9))
      await put('b.yaml', slo('cart-fine', 0.9))
      const { code, err } = await run('-f', folder)
      expect(code).toBe(1)
      expect(err).toMatch(/a\.yaml:14:\d+ spec\.objectives\.0\.target: /)
      expect(err).toContain('b.yaml:1:1 SLO cart-fine is declared in')
      const { data } = await app.graphql<{ declarations: unknown[] }>('{ declarations(names: ["never"]) { name } }')
      expect(data.declarations).toEqual([])
    })
  })

  test('reads what is piped in', async () => {
    expect(await readSources(['-'], async () => 'kind: Team')).toEqual([{ file: '(standard input)', text: 'kind: Team' }])
  })
})
