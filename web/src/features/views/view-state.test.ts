import { describe, expect, it } from 'vitest'
import { isSameState, pageOf, stateOf, viewLink } from './view-state.js'

describe('the state of a view', () => {
  it('is the filters of the address, and not what is opened on the page', () => {
    const search = new URLSearchParams(
      'team=a&team=b&window=90d&zone=UTC&profile=gitlab&option=leadTimeClock%3Amerged&evidence=change_lead_time&evidence-tab=counted',
    )
    expect(stateOf(search)).toBe('team=a&team=b&window=90d&zone=UTC&profile=gitlab&option=leadTimeClock%3Amerged')
    expect(stateOf(new URLSearchParams('id=payments&tab=x'))).toBe('id=payments')
  })

  it('leads back to its page', () => {
    expect(viewLink({ page: '/releases', state: 'window=7d' })).toBe('/releases?window=7d')
    expect(viewLink({ page: '/', state: '' })).toBe('/')
  })

  it('is the same in any order of its parameters', () => {
    expect(isSameState('window=7d&team=a', 'team=a&window=7d')).toBe(true)
    expect(isSameState('team=a', 'team=b')).toBe(false)
  })

  it('belongs to a page, with or without a slash at its end', () => {
    expect([pageOf('/'), pageOf('/releases/'), pageOf('/releases')]).toEqual(['/', '/releases', '/releases'])
  })
})
