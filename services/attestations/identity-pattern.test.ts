import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPattern, matchesWhole } from './identity-pattern.js'

const MOST_MS = 3_000

/** Milliseconds of the processor, the least of three: the other threads of the process are counted with it. */
function costOf(work: () => void): number {
  let least = Infinity
  for (let attempt = 0; attempt < 3 && least >= MOST_MS; attempt += 1) {
    const before = process.cpuUsage()
    work()
    least = Math.min(least, process.cpuUsage(before).user / 1_000)
  }
  return least
}

describe('an expression for identities', () => {
  it.each([
    ['https://github\\.com/example-org/.*', 'https://github.com/example-org/payments/.github/workflows/x.yml@refs/heads/main', true],
    ['https://github\\.com/example-org/.*', 'https://github.com/example-org-evil/x', false],
    ['https://github\\.com/example-org', 'https://github.com/example-org/more', false],
    ['a|b', 'a', true],
    ['a|b', 'ab', false],
    ['a|b', 'bc', false],
    ['^a$', 'a', true],
    ['author-[0-9]{1,3}@example\\.invalid', 'author-17@example.invalid', true],
    ['.*', 'a\nb', false],
    ['(?:x|y)z', 'yz', true],
    [
      'https://github\\.com/org/[^/]+/\\.github/workflows/[^/]+\\.ya?ml@refs/tags/v.*',
      'https://github.com/org/a/.github/workflows/b.yml@refs/tags/v1',
      true,
    ],
  ])('%s on %j is %s', (pattern, subject, expected) => {
    expect(checkPattern(pattern)).toBeNull()
    expect(matchesWhole(pattern, subject)).toBe(expected)
  })

  it.each([
    '',
    'x'.repeat(501),
    '(',
    'a)(b',
    '(a+)+',
    '(a|a)*',
    '(?:a?){50}',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    '(?=a)a',
    '(?<!a)b',
    'a{101}',
    'a{1,500}',
    '.*.*.*.*',
    'a?'.repeat(24),
    '.*.*.*(a|aa)(a|aa)(a|aa)',
    '[',
    'a)|(.*',
  ])('refuses %j', (pattern) => {
    expect(checkPattern(pattern)).not.toBeNull()
    expect(matchesWhole(pattern, 'aaaa')).toBe(false)
  })

  it('reads the longest subject quickly, whatever is let in', () => {
    const atom = fc.constantFrom('a?', 'a', '.', '[ab]', 'a*', '.*', '[^b]+', 'a{1,100}', '(a|b)', '|', '\\w', '(?:a|aa)')
    const subject = `${'a'.repeat(511)}!`
    fc.assert(
      fc.property(fc.array(atom, { maxLength: 20 }), (atoms) => {
        const pattern = atoms.join('')
        if (checkPattern(pattern) !== null) return
        expect(costOf(() => matchesWhole(pattern, subject))).toBeLessThan(MOST_MS)
      }),
      { numRuns: 100 },
    )
  })

  it.each(['.*.*.*', '.*.*.*a?', '.*.*a?a?a?a?a?a?a?a?', `a*${'a?'.repeat(15)}`, 'a?'.repeat(22), '.*.*(a|aa)(a|aa)(a|aa)(a|aa)'])(
    'reads the longest subject with %s, which is let in, within three seconds',
    (pattern) => {
      expect(checkPattern(pattern)).toBeNull()
      const reading = () => expect(matchesWhole(`${pattern}b`, `${'a'.repeat(511)}!`)).toBe(false)
      expect(costOf(reading)).toBeLessThan(MOST_MS)
    },
  )

  it('matches nothing longer than 512 characters', () => {
    expect(matchesWhole('a*', 'a'.repeat(512))).toBe(true)
    expect(matchesWhole('a*', 'a'.repeat(513))).toBe(false)
  })
})
