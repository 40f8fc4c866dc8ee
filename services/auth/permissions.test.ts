import { expect, test } from 'vitest'
import { permissionsOfRole, permissionsOfScopes, roles, scopes } from './permissions.js'

test('each role may do what the one before may, and more', () => {
  expect(roles.map((role) => [...permissionsOfRole(role)])).toEqual([
    ['read'],
    ['read', 'gate'],
    ['read', 'gate', 'approve'],
    ['ingest', 'read', 'gate', 'approve', 'admin'],
  ])
})

test.each(scopes.filter((scope) => scope !== 'admin'))('a token for %s is for nothing else', (scope) => {
  expect([...permissionsOfScopes([scope])]).toEqual([scope])
})

test('an administrator may do everything, and no scope gives nothing', () => {
  expect([...permissionsOfScopes(['admin'])]).toEqual([...scopes])
  expect([...permissionsOfScopes([])]).toEqual([])
})
