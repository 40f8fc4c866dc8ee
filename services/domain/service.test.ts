import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanonicalEvent } from './event.js'
import { foldService, teamAt } from './service.js'

let serial = 0
function declared(time: string, data: object, revision = 0): CanonicalEvent {
  serial += 1
  const event = { id: `d${serial}`, source: 'test', type: 'service.declared', time: `2026-01-${time}T00:00:00.000Z`, revision }
  const rest = { data: { service: 'cart', ...data }, receivedAt: '2026-02-01T00:00:00.000Z', contentHash: String(serial).padStart(4, '0'), flags: [] }
  return { ...event, ...rest } as CanonicalEvent
}
const day = (text: string) => Date.parse(`2026-01-${text}T00:00:00Z`)

describe('ownership', () => {
  it('begins anew where the team changes, and only there', () => {
    const events = [declared('05', { team: 'a' }), declared('10', { tier: '1' }), declared('12', { team: 'a' }), declared('20', { team: 'b' })]
    const { team, ownership } = foldService('cart', events, [])
    expect(team).toBe('b')
    expect(ownership).toEqual([
      { team: 'a', from: day('05') },
      { team: 'b', from: day('20') },
    ])
    expect([day('01'), day('05'), day('19'), day('20')].map((at) => teamAt(ownership, at))).toEqual(['a', 'a', 'a', 'b'])
  })

  it('is nobody’s after it was given up, and unknown before it was first said', () => {
    const { ownership } = foldService('cart', [declared('02', { team: '' }), declared('05', { team: 'a' }), declared('09', { team: '' })], [])
    expect([day('01'), day('06'), day('10')].map((at) => teamAt(ownership, at))).toEqual(['a', 'a', ''])
    expect(teamAt([], day('01'))).toBe('')
  })

  it('does not depend on order, and ends with the team of now', () => {
    const one = fc.record({ day: fc.integer({ min: 1, max: 28 }), team: fc.constantFrom('a', 'b', 'c'), revision: fc.integer({ min: 0, max: 1 }) })
    const shuffled = fc.array(one, { minLength: 1, maxLength: 6 }).chain((list) => {
      const events = list.map((item) => declared(String(item.day).padStart(2, '0'), { team: item.team }, item.revision))
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }))
    })
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        const fact = foldService('cart', events, [])
        expect(foldService('cart', other, [])).toEqual(fact)
        expect(teamAt(fact.ownership, day('28') + 86_400_000)).toBe(fact.team)
      }),
    )
  })
})

describe('a declaration', () => {
  it('can be taken back, field by field or whole, and made again', () => {
    const first = declared('02', { team: 'a', title: 'Cart', aliases: ['basket'], sourceOfRecord: 'ci' })
    expect(foldService('cart', [first], [])).toMatchObject({ title: 'Cart', aliases: ['basket'], sourceOfRecord: 'ci', declared: true })
    const emptied = declared('03', { title: '', aliases: [], sourceOfRecord: '' })
    expect(foldService('cart', [first, emptied], [])).toMatchObject({ title: 'cart', aliases: [], sourceOfRecord: null, team: 'a', declared: true })
    const withdrawn = declared('04', { team: '', withdrawn: true })
    expect(foldService('cart', [withdrawn, first, emptied], [])).toMatchObject({ declared: false, team: '' })
    expect(foldService('cart', [withdrawn, first, emptied, declared('05', { team: 'b' })], [])).toMatchObject({ declared: true, team: 'b' })
    expect(foldService('cart', [], ['git.example.com/shop/cart'])).toMatchObject({ declared: false, repositories: ['git.example.com/shop/cart'] })
  })
})
