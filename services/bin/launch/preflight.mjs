import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { LaunchError } from './say.mjs'

/** Says at once, before minutes of installing, what Windsock itself would say at its start. */
export async function assertStartable(env, defaultDirectory) {
  assertWritable(resolve(env.WINDSOCK_DATA_DIR || defaultDirectory))
  const port = Number(env.WINDSOCK_PORT || 4400)
  if (Number.isInteger(port) && port > 0 && port < 65_536) await assertFree(port, env.WINDSOCK_HOST || '127.0.0.1')
}

function assertWritable(directory) {
  let nearest = directory
  while (!existsSync(nearest)) nearest = dirname(nearest)
  try {
    accessSync(nearest, constants.W_OK)
    if (!statSync(nearest).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
  } catch (error) {
    throw new LaunchError(`The data directory ${directory} cannot be written (${error.code}): choose another or correct its owner and mode.`)
  }
}

async function assertFree(port, host) {
  const probe = createServer()
  const failure = await new Promise((done) => {
    probe.once('error', done)
    probe.listen(port, host, () => probe.close(() => done(null)))
  })
  if (failure?.code === 'EADDRINUSE') throw new LaunchError(`Port ${port} is in use: stop what listens there or set WINDSOCK_PORT to another.`)
}
