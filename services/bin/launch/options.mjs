import { parseArgs } from 'node:util'
import { LaunchError } from './say.mjs'

export const usage = `Starts Windsock from a checkout, installing and building what is missing.

  npm run demo                       with the known-answer data set, in ./.windsock-demo
  npm start                          on your own data, in ./.windsock
  npm test                           every test; npm test -- <path> for some
  npm run windsock -- --help         the command line

  --port 4400                        of the one address (or WINDSOCK_PORT)
  --data-dir ./.windsock             (or WINDSOCK_DATA_DIR)
  --role all                         ingest, api, worker or all (or WINDSOCK_ROLE)

Exit codes: 0 stopped as asked, 1 it could not be done, 128 + n ended by signal n.`

/** The environment that the command line asks for, over the present one. */
export function serveOptions(args, env = process.env) {
  const { values } = parse(args)
  const given = { WINDSOCK_PORT: values.port, WINDSOCK_DATA_DIR: values['data-dir'], WINDSOCK_ROLE: values.role }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { help: values.help === true, env: { ...env, ...set } }
}

function parse(args) {
  const text = { type: 'string' }
  try {
    return parseArgs({ args, options: { port: text, 'data-dir': text, role: text, help: { type: 'boolean', short: 'h' } } })
  } catch (error) {
    throw new LaunchError(`${error.message.split('. ')[0]}. The options are --port, --data-dir and --role.`)
  }
}
