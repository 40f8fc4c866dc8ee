import { existsSync } from 'node:fs'
import { buildServices, buildWeb } from './build.mjs'
import { node, start } from './child.mjs'
import { install } from './install.mjs'
import { serveOptions, usage } from './options.mjs'
import { assertStartable } from './preflight.mjs'
import { at } from './places.mjs'
import { LaunchError, say } from './say.mjs'
import { serve, serveDemo } from './serve.mjs'

const commands = { demo, start: own, test, cli, bench, build, generate, ready }

/** Does what the first argument says and gives the exit code. */
export async function run([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : null
  if (!command) {
    console.log(usage)
    return name === '--help' ? 0 : 1
  }
  try {
    return await command(args)
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    say(error.message)
    return 1
  }
}

async function demo(args) {
  return await prepareAndServe(args, serveDemo, '.windsock-demo')
}

async function own(args) {
  return await prepareAndServe(args, serve, '.windsock')
}

async function prepareAndServe(args, serveWith, dataDir) {
  const { help, env } = serveOptions(args)
  if (help) return await run(['--help'])
  await assertStartable(env, dataDir)
  await prepare()
  return await serveWith(env)
}

async function prepare() {
  await install()
  await buildServices()
  await buildWeb()
}

async function build() {
  await prepare()
  return 0
}

/** Some of what is generated comes from the services, which are built before. */
async function generate() {
  await install()
  await buildServices()
  return await node(at('services', 'bin', 'generate.mjs')).ended
}

async function test(args) {
  await prepare()
  const env = { UV_THREADPOOL_SIZE: '24', ...process.env }
  return await node(at('node_modules', 'vitest', 'vitest.mjs'), ['run', ...args], { env }).ended
}

async function cli(args) {
  await install()
  await buildServices()
  return await node(at('services', 'dist', 'cli', 'main.js'), args).ended
}

/** What the command line's own `start` needs: everything is built already, so nothing is looked at. */
async function ready([name, ...args]) {
  const { env } = serveOptions(args)
  return await (name === 'demo' ? serveDemo(env) : serve(env))
}

async function bench(args) {
  await prepare()
  const script = at('bench', 'dist', 'cli.js')
  if (!existsSync(script)) throw new LaunchError('There is nothing to measure yet: bench/cli.ts is missing.')
  const env = { UV_THREADPOOL_SIZE: '24', ...process.env, NODE_ENV: 'production' }
  return await start(process.execPath, ['--expose-gc', script, ...args], { env }).ended
}
