import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './places.mjs'
import { LaunchError } from './say.mjs'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Starts a program whose end is ours: our signals are passed on. `ended` gives the exit code as a shell would. */
export function start(command, args, { env = process.env, cwd = root, output = 'inherit' } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: ['inherit', output, 'inherit'] })
  const handlers = forwarded.map((signal) => [signal, () => passOn(child, signal)])
  for (const [signal, handler] of handlers) process.on(signal, handler)
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new LaunchError(`${command} cannot be started (${error.code ?? error.message}).`)))
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  }).finally(() => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  })
  return { child, ended }
}

/** Runs a program to its end and throws unless it went well. Its output is shown on standard error. */
export async function must(command, args, options = {}) {
  const { child, ended } = start(command, args, { ...options, output: 'pipe' })
  child.stdout.pipe(process.stderr, { end: false })
  const code = await ended
  if (code !== 0) throw new LaunchError(`${options.what ?? command} failed with exit code ${code}; its own message is above.`)
}

export const node = (script, args = [], options = {}) => start(process.execPath, [script, ...args], options)

// A terminal sends Ctrl-C to the whole group, so the child has it already.
function passOn(child, signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return
  child.kill(signal)
}
