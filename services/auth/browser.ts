import type { IncomingHttpHeaders } from 'node:http'
import { AuthError } from './auth-error.js'

export const SESSION_COOKIE = 'windsock_session'
export const CSRF_HEADER = 'x-windsock-csrf'

/** What is known of the connection a request came by; addresses as the socket gives them. */
export interface Connection {
  remoteAddress: string | undefined
  localAddress: string | undefined
  headers: IncomingHttpHeaders
}

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * A request made on this machine to this machine by its own name. The Host header keeps out pages that point a name of
 * their own at the loopback address, the forwarding headers keep out a proxy that brings others here.
 */
export function isLocalVisit({ remoteAddress, localAddress, headers }: Connection): boolean {
  if (!isLoopback(remoteAddress) || !isLoopback(localAddress)) return false
  if (forwarding.some((name) => headers[name] !== undefined)) return false
  return isLocalHost(headers.host)
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address))
}

function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}

/** Refuses a change that another site's page could have sent with a cookie the browser adds by itself. */
export function assertOwnPage(headers: IncomingHttpHeaders, publicUrl: string | undefined): void {
  if (headers[CSRF_HEADER] !== '1') throw refusal(`the header ${CSRF_HEADER}: 1 is missing`)
  const { origin } = headers
  if (origin === undefined) throw refusal('the Origin header is missing')
  if (!isOwnOrigin(origin, headers.host, publicUrl)) throw refusal('it comes from a page of another site')
}

export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true
  return host !== undefined && new URL(origin).host === host.toLowerCase()
}

function refusal(reason: string): AuthError {
  return new AuthError('FORBIDDEN', `This change was asked for with a session cookie and is refused: ${reason}.`)
}

export function readCookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return undefined
}

export function readBearer(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(headers.authorization ?? '')?.[1]
}

export function sessionCookie(secret: string, { secure, maxAgeSeconds }: { secure: boolean; maxAgeSeconds: number }): string {
  const parts = [`${SESSION_COOKIE}=${secret}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAgeSeconds}`]
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}
