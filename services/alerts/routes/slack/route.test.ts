import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { startRecordingServer, type RecordingServer } from '../recording-server.js'
import { messageOf, slack } from './route.js'

let server: RecordingServer
beforeEach(async () => {
  server = await startRecordingServer(() => ({ status: 200, headers: { 'content-type': 'text/html' }, body: 'ok' }))
})
afterEach(() => server.close())

const send = (notification = exampleNotification()) => slack.send(notification, { url: `${server.url}/services/T0/B0/x` }, exampleContext())
const sent = () => JSON.parse(server.recorded.at(-1)?.body ?? '') as ReturnType<typeof messageOf>
const field = (title: string, value: string) => ({ type: 'mrkdwn', text: `*${title}*\n${value}` })

describe('Slack', () => {
  it('is told of a new problem', async () => {
    expect(await send()).toEqual({ ok: true, receipt: null })
    expect(server.recorded[0]).toMatchObject({ method: 'POST', path: '/services/T0/B0/x', headers: { 'content-type': 'application/json' } })
    const headline = '[Firing] Checkout spends its error budget 15 times too fast'
    const summary = 'Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.'
    expect(sent()).toEqual({
      text: `${headline}: ${summary}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `*${headline}*\n${summary}` } },
        {
          type: 'section',
          fields: [
            field('Severity', 'page'),
            field('Service', 'checkout'),
            field('Environment', 'production'),
            field('Team', 'payments'),
            field('SLO', 'availability'),
            field('Release', 'release-7'),
            field('Version', '2.4.1'),
            field('Commit', '3f2a9c1d'),
            field('Owner', 'author-17@example.invalid'),
            field('Started', '2026-03-02T10:15:00.000Z'),
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'mrkdwn',
              text: '<https://windsock.example.com/alerts/41|Dashboard> · <https://runbooks.example.com/checkout|Runbook>',
            },
          ],
        },
      ],
    })
  })

  it('is told when it is over, in a section of its own since one holds ten fields', async () => {
    await send(exampleResolved())
    expect(sent().text).toMatch(/^\[Resolved\] Checkout/)
    expect(sent().blocks[2]).toEqual({ type: 'section', fields: [field('Resolved', '2026-03-02T10:40:00.000Z')] })
  })

  it('takes no control characters from the texts', () => {
    const hostile = exampleNotification({
      title: '<!channel> & <https://evil.example|here>',
      service: '<@U1>',
      runbookUrl: 'https://runbooks.example.com/a|b>?x=1&y=2',
      dashboardUrl: 'javascript:alert(1)',
    })
    const text = JSON.stringify(messageOf(hostile))
    expect(text).toContain('&lt;!channel&gt; &amp; &lt;https://evil.example|here&gt;')
    expect(text).toContain('&lt;@U1&gt;')
    expect(text).toContain('<https://runbooks.example.com/a%7Cb%3E?x=1&amp;y=2|Runbook>')
    expect(text).not.toMatch(/<!|<@|javascript:/)
  })

  it('keeps within its limits, and cuts no escape in half', () => {
    const { text, blocks } = messageOf(exampleNotification({ title: '&'.repeat(9000), summary: '<'.repeat(9000), commit: '&'.repeat(9000) }))
    expect(text.length).toBeLessThanOrEqual(3000)
    expect(text).toMatch(/^\[Firing\] (&amp;)+…$/)
    const [first, second] = blocks as unknown as [{ text: { text: string } }, { fields: { text: string }[] }]
    expect(first.text.text.length).toBeLessThanOrEqual(3000)
    expect(first.text.text).toMatch(/^\*\[Firing\] (&amp;)+…\*\n(&lt;)+…$/)
    for (const { text: one } of second.fields) expect(one.length).toBeLessThanOrEqual(2000)
  })

  it('says why it refuses', async () => {
    await server.close()
    server = await startRecordingServer(() => ({ status: 404, body: 'no_service' }))
    expect(await send()).toEqual({
      ok: false,
      retryable: false,
      status: 404,
      message: `${server.host} answers 404: no_service`,
      retryAfterSeconds: null,
    })
  })
})
