import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { must } from './child.mjs'
import { compressBelow } from './compress.mjs'
import { at, root } from './places.mjs'
import { step } from './say.mjs'

const notSource = new Set(['node_modules', 'dist', 'out', '.next', '.git', '.cache'])
const shared = ['package-lock.json', '.swcrc']

/** Compiles services, seed and bench into their dist folders, each only where its source has changed. */
export async function buildServices() {
  for (const folder of ['services', 'seed', 'bench']) {
    await unlessBuilt(folder, [folder, ...shared], at(folder, 'dist'), () => compile(folder))
  }
}

/** Exports the dashboard as static files into web/out, where its source has changed. */
export async function buildWeb() {
  await unlessBuilt('dashboard', ['web', 'schemas/generated', 'package-lock.json'], at('web', 'out', 'index.html.br'), async () => {
    await must(process.execPath, [at('node_modules', 'next', 'dist', 'bin', 'next'), 'build', '--webpack'], {
      cwd: at('web'),
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      what: 'building the dashboard',
    })
    await compressBelow(at('web', 'out'))
  })
}

async function compile(folder) {
  const ignored = ['node_modules', 'dist', 'bin', 'test', 'cases'].map((name) => `**/${name}/**`)
  const cli = at('node_modules', '@swc', 'cli', 'bin', 'swc.js')
  rmSync(at(folder, 'dist'), { recursive: true, force: true })
  await must(
    process.execPath,
    [
      cli,
      folder,
      '-d',
      `${folder}/dist`,
      '--strip-leading-paths',
      '--config-file',
      '.swcrc',
      '--copy-files',
      '--quiet',
      '--ignore',
      [...ignored, '**/*.test.ts', '**/*.suite.ts', '**/package.json'].join(','),
    ],
    { what: `building ${folder}` },
  )
}

async function unlessBuilt(title, sources, result, build) {
  const stamp = at('node_modules', '.cache', 'windsock', `built-${title}`)
  const state = fingerprint(sources)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  await step(`Building ${title}`, build)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, state)
}

/** Changes with the name, size or time of any source file. */
export function fingerprint(sources, from = root) {
  const hash = createHash('sha256').update(process.versions.node)
  const files = sources.flatMap((source) => filesBelow(from, source)).sort()
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(from, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesBelow(from, source) {
  if (!existsSync(join(from, source))) return []
  if (statSync(join(from, source)).isFile()) return [source]
  return readdirSync(join(from, source), { withFileTypes: true }).flatMap((entry) => {
    const path = `${source}/${entry.name}`
    if (entry.isDirectory()) return notSource.has(entry.name) ? [] : filesBelow(from, path)
    return entry.isFile() && !/\.tsbuildinfo$|^next-env\.d\.ts$/.test(entry.name) ? [path] : []
  })
}
