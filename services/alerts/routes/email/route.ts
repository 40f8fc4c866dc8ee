import { defineRoute, refused } from '../contract.js'
import { mailOf } from './message.js'

const MOST_RECEIVERS = 20
/** Who is who is the mail server's business; this keeps out what would be another header or another receiver. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/

export const email = defineRoute({
  id: 'email',
  title: 'E-mail',
  fields: [{ name: 'to', title: 'Receivers', secret: false, required: true, example: 'oncall@example.com, payments@example.com' }],
  deduplicates: false,
  repeatSeconds: null,
  async send(notification, { to = '' }, { id, sendMail }) {
    const receivers = receiversIn(to)
    if (receivers === null) return refused(`Receivers is no list of one to ${MOST_RECEIVERS} addresses with commas between them.`)
    if (sendMail === null) return refused('The server has no mail server to send through.')
    return await sendMail(mailOf(notification, receivers, id))
  },
})

function receiversIn(text: string): string[] | null {
  const receivers = [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '')
  const areGood = receivers.length > 0 && receivers.length <= MOST_RECEIVERS && receivers.every((one) => ADDRESS.test(one))
  return areGood ? receivers : null
}
