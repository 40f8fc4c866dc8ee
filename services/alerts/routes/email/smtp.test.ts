import { afterEach, describe, expect, it } from 'vitest'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { email } from './route.js'
import { createSendMail } from './smtp.js'

const open: SMTPServer[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))))
})

type Received = { from: string; to: string[]; text: string }

/** A mail server on this machine that keeps what it is given. */
async function startServer(options: SMTPServerOptions = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
    ...options,
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received }
}

const to = 'author-17@example.invalid, oncall@example.invalid'

async function send(url: string, notification = exampleNotification(), timeoutMs = 2_000) {
  const sendMail = createSendMail({ url, from: 'Windsock <windsock@example.invalid>', timeoutMs })
  return await email.send(notification, { to }, exampleContext({ sendMail }))
}

describe('a mail', () => {
  it('arrives at everyone, in text and HTML, and in one thread with what follows', async () => {
    const { url, received } = await startServer()
    expect(await send(url)).toMatchObject({ ok: true })
    expect(await send(url, exampleResolved())).toMatchObject({ ok: true })
    expect(received.map(({ from, to: receivers }) => [from, receivers])).toEqual(
      Array.from({ length: 2 }, () => ['windsock@example.invalid', ['author-17@example.invalid', 'oncall@example.invalid']]),
    )
    const [first, second] = received.map(({ text }) => text)
    expect(first).toContain('Subject: [Firing] Checkout spends its error budget 15 times too fast')
    expect(first).toMatch(/content-type: text\/plain/i)
    expect(first).toMatch(/content-type: text\/html/i)
    const threadOf = (text = '') => /^References:\s*(<[^>]*>)/im.exec(text)?.[1]
    expect(threadOf(first)).toBeDefined()
    expect(threadOf(second)).toBe(threadOf(first))
  })

  it('that a server refuses for good is not tried again, and one that it puts off is', async () => {
    const refusing = (responseCode: number, message: string) =>
      startServer({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error(message), { responseCode })) })
    expect(await send((await refusing(550, 'no such person')).url)).toMatchObject({
      ok: false,
      retryable: false,
      status: 550,
      message: expect.stringContaining('no such person') as string,
    })
    expect(await send((await refusing(451, 'come back later')).url)).toMatchObject({ ok: false, retryable: true, status: 451 })
  })

  it('is tried again where no server answers, or one says nothing', async () => {
    expect(await send('smtp://127.0.0.1:9')).toMatchObject({ ok: false, retryable: true, status: null })
    const { url } = await startServer({ onConnect: () => undefined })
    expect(await send(url, exampleNotification(), 300)).toMatchObject({ ok: false, retryable: true, status: null })
  })

  it('goes with the name and password of the address', async () => {
    const asked: unknown[] = []
    const { url, received } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username = '', password }, _session, done) {
        asked.push([username, password])
        done(null, { user: String(username) })
      },
    })
    expect(await send(url.replace('smtp://', 'smtp://windsock:s%40crate@'))).toMatchObject({ ok: true })
    expect(asked).toEqual([['windsock', 's@crate']])
    expect(received).toHaveLength(1)
  })
})
