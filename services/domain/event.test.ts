import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, normaliseRepository } from './event.js'

const content = { type: 'deployment.started', time: '2026-11-02T10:04:00.000Z', revision: 0, data: { b: 1, a: [{ d: 2, c: 3 }] } } as const

describe('contentHash', () => {
  it('does not depend on the order of keys, on who tells it or when it arrives', () => {
    const told = { receivedAt: '2026-11-02T10:05:00.000Z', source: 'ci', ...content, data: { a: [{ c: 3, d: 2 }], b: 1 } }
    expect(contentHash(told)).toBe(contentHash(content))
    expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('depends on each thing that is said', () => {
    const variants = [
      content,
      { ...content, type: 'deployment.finished' as const },
      { ...content, time: '2026-11-02T10:04:00.001Z' },
      { ...content, revision: 1 },
      { ...content, data: { b: 1, a: [{ d: 2, c: 4 }] } },
    ]
    expect(new Set(variants.map(contentHash)).size).toBe(variants.length)
  })

  it('canonical JSON is JSON of the same value', () => {
    expect(canonicalJson({ b: undefined, a: { d: 'x"', c: null } })).toBe('{"a":{"c":null,"d":"x\\""}}')
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('normaliseRepository', () => {
  it.each([
    'https://github.com/Org/Repo.git',
    'https://user:secret@github.com/org/repo/',
    'git@github.com:org/repo.git',
    'ssh://git@github.com:22/org/repo.git',
    'git+https://github.com/org/repo',
    'git://github.com/org/repo.git',
    'github.com/org/repo',
    ' GitHub.com/Org/Repo ',
    'https://github.com:443/org/repo.git?ref=main#readme',
  ])('%s', (address) => {
    expect(normaliseRepository(address)).toBe('github.com/org/repo')
  })

  it('keeps groups, names without a host, and lone words', () => {
    expect(normaliseRepository('https://gitlab.example.com/Group/Sub/Repo.git')).toBe('gitlab.example.com/group/sub/repo')
    expect(normaliseRepository('org/repo')).toBe('org/repo')
    expect(normaliseRepository('repo')).toBe('repo')
    expect(normaliseRepository('file:///srv/git/repo.git')).toBe('srv/git/repo')
  })

  it('is stable', () => {
    const piece = fc.constantFrom('https://', 'git@', 'ssh://', 'host.example', ':', '/', '.git', 'org', 'repo', '@', '22', '?', '#', ' ')
    const address = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(address, (text) => {
        const once = normaliseRepository(text)
        expect(normaliseRepository(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})
