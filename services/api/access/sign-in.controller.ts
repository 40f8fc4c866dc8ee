import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AuthError } from '../../auth/auth-error.js'
import { tooManyFailures } from '../../auth/authenticate.js'
import { assertOwnPage, isOwnOrigin, readCookie, SESSION_COOKIE, sessionCookie } from '../../auth/browser.js'
import { Requires } from '../../auth/requires.js'
import { SESSION_SECONDS } from '../../auth/sessions.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { contentSecurityPolicy } from '../web/content-security.js'
import { signInPage, signInRefusedPage } from './sign-in-page.js'

@Controller()
export class SignInController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** The link only shows a page that posts the code, so that programs that look at links do not use it up. */
  @Get('sign-in')
  @Requires('public')
  show(@Query('code') code: string | undefined, @Res() reply: FastifyReply): void {
    sendPage(reply, 200, signInPage(String(code ?? '')))
  }

  @Post('sign-in')
  @Requires('public')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { failures, sessions, audit } = this.runtime
    const visitor = `sign-in ${request.ip}`
    if (!failures.allows(visitor)) throw tooManyFailures()
    this.assertSameSite(request)
    const code = (request.body as { code?: unknown } | null | undefined)?.code
    const signedIn = typeof code === 'string' ? await sessions.signIn(code) : null
    if (!signedIn) {
      failures.record(visitor)
      return sendPage(reply, 401, signInRefusedPage)
    }
    await audit.append({ actor: `person:${signedIn.person.login}`, action: 'signIn', subject: signedIn.person.login })
    const cookie = sessionCookie(signedIn.secret, { secure: this.isSecure(), maxAgeSeconds: SESSION_SECONDS })
    void reply.status(303).header('set-cookie', cookie).header('location', '/').send()
  }

  @Post('sign-out')
  @HttpCode(204)
  @Requires('public')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = readCookie(request.headers, SESSION_COOKIE)
    if (secret === undefined) return
    assertOwnPage(request.headers, this.runtime.config.publicUrl)
    await this.runtime.sessions.signOut(secret)
    reply.header('set-cookie', sessionCookie('', { secure: this.isSecure(), maxAgeSeconds: 0 }))
  }

  /** A form has no header of ours, but browsers say where a post comes from: another site must not sign people in. */
  private assertSameSite({ headers }: FastifyRequest): void {
    const { origin, host } = headers
    if (origin === undefined || isOwnOrigin(origin, host, this.runtime.config.publicUrl)) return
    throw new AuthError('FORBIDDEN', 'Signing in was asked for by a page of another site.')
  }

  private isSecure(): boolean {
    return this.runtime.publicUrl().startsWith('https:')
  }
}

/** The referrer policy lets the page's own post say where it comes from; with none at all a browser calls its origin null. */
function sendPage(reply: FastifyReply, status: number, html: string): void {
  void reply
    .status(status)
    .header('content-security-policy', contentSecurityPolicy(html))
    .header('referrer-policy', 'same-origin')
    .type('text/html; charset=utf-8')
    .send(html)
}
