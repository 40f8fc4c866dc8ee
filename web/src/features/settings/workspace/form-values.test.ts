import { describe, expect, it } from 'vitest'
import { listOf, readTiers, writeTiers } from './form-values.js'

describe('a typed list', () => {
  it('is split at commas and line ends', () => {
    const form = new FormData()
    form.set('members', ' author-17,author-18\n\n author-19 ,')
    expect(listOf(form, 'members')).toEqual(['author-17', 'author-18', 'author-19'])
    expect(listOf(form, 'nothing')).toEqual([])
  })
})

describe('fields by tier', () => {
  it('are read as they are written', () => {
    const tiers = [
      { tier: '1', fields: ['sbom', 'commit'] },
      { tier: 'two', fields: [] },
    ]
    expect(readTiers(writeTiers(tiers))).toEqual(tiers)
    expect(readTiers(' 1 : sbom ,commit \n\n')).toEqual([{ tier: '1', fields: ['sbom', 'commit'] }])
  })
})
