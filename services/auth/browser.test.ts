import { describe, expect, test } from 'vitest'
import { AuthError } from './auth-error.js'
import { assertOwnPage, isLocalVisit, readBearer, readCookie, sessionCookie } from './browser.js'

const local = { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1' }

describe('a local visit', () => {
  test.each(['localhost', 'localhost:4400', '127.0.0.1:4400', '[::1]:4400'])('by the name %s', (host) => {
    expect(isLocalVisit({ ...local, headers: { host } })).toBe(true)
  })

  test('over IPv6 and over IPv4 seen through IPv6', () => {
    expect(isLocalVisit({ remoteAddress: '::1', localAddress: '::1', headers: { host: 'localhost' } })).toBe(true)
    expect(isLocalVisit({ remoteAddress: '::ffff:127.0.0.1', localAddress: '::ffff:127.0.0.1', headers: { host: 'localhost' } })).toBe(true)
  })

  test.each([
    ['a name of someone else that points here', { ...local, headers: { host: 'rebound.example' } }],
    ['a name that only begins like ours', { ...local, headers: { host: 'localhost.example' } }],
    ['no name at all', { ...local, headers: {} }],
    ['another machine', { remoteAddress: '192.0.2.7', localAddress: '127.0.0.1', headers: { host: 'localhost' } }],
    ['another address of this machine', { remoteAddress: '127.0.0.1', localAddress: '192.0.2.1', headers: { host: 'localhost' } }],
    ['an unknown socket', { remoteAddress: undefined, localAddress: undefined, headers: { host: 'localhost' } }],
    ['a proxy on this machine', { ...local, headers: { host: 'localhost', 'x-forwarded-for': '192.0.2.7' } }],
  ])('is not one from %s', (_name, connection) => {
    expect(isLocalVisit(connection)).toBe(false)
  })
})

describe('a change asked for with a cookie', () => {
  const own = { host: 'windsock.example:4400', origin: 'http://windsock.example:4400', 'x-windsock-csrf': '1' }

  test('is let through from our own page', () => {
    expect(() => assertOwnPage(own, undefined)).not.toThrow()
    expect(() => assertOwnPage({ ...own, host: 'inner', origin: 'https://windsock.example' }, 'https://windsock.example')).not.toThrow()
  })

  test.each([
    ['without our header', { ...own, 'x-windsock-csrf': undefined }],
    ['without an origin', { ...own, origin: undefined }],
    ['from another site', { ...own, origin: 'https://elsewhere.example' }],
    ['from another port', { ...own, origin: 'http://windsock.example:9999' }],
    ['from a page without a site', { ...own, origin: 'null' }],
  ])('is refused %s', (_name, headers) => {
    expect(() => assertOwnPage(headers, undefined)).toThrow(AuthError)
  })
})

test('a cookie and a bearer token are read among others', () => {
  expect(readCookie({ cookie: 'a=1; windsock_session=abc; b=2' }, 'windsock_session')).toBe('abc')
  expect(readCookie({ cookie: 'xwindsock_session=abc' }, 'windsock_session')).toBeUndefined()
  expect(readBearer({ authorization: 'bearer wsk_1' })).toBe('wsk_1')
  expect(readBearer({ authorization: 'Basic dXNlcg==' })).toBeUndefined()
})

test('the session cookie is for our own pages alone, and for https where there is https', () => {
  expect(sessionCookie('abc', { secure: false, maxAgeSeconds: 60 })).toBe('windsock_session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
  expect(sessionCookie('abc', { secure: true, maxAgeSeconds: 60 })).toMatch(/; Secure$/)
})
