import { createTransport } from 'nodemailer'
import type { SendResult } from '../../notification.js'
import type { Mail, SendMail } from './message.js'

/** `url` is smtp:// or smtps://, with user and password where the server wants them; `from` is the sender of every mail. */
export type SmtpOptions = { url: string; from: string; timeoutMs?: number }

const TIMEOUT_MS = 20_000
const PERMANENT = 500

/** Mails through an SMTP server: a connection for each mail, encrypted where the server offers it. */
export function createSendMail({ url, from, timeoutMs = TIMEOUT_MS }: SmtpOptions): SendMail {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const transport = createTransport({ url, ...timeouts }, { from })
  return async ({ references, ...mail }: Mail): Promise<SendResult> => {
    try {
      // Not a header from outside, nor a file, whatever the text says.
      const { messageId } = await transport.sendMail({ ...mail, references, inReplyTo: references, disableFileAccess: true, disableUrlAccess: true })
      return { ok: true, receipt: messageId }
    } catch (error) {
      return failureOf(error)
    }
  }
}

function failureOf(error: unknown): SendResult {
  const { responseCode = null, response, message } = error as { responseCode?: number; response?: string; message: string }
  const isPermanent = responseCode !== null && responseCode >= PERMANENT
  const said = response ?? message
  return { ok: false, retryable: !isPermanent, status: responseCode, message: `The mail server says: ${said}`, retryAfterSeconds: null }
}
