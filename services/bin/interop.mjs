// Tests against the real Prometheus and Alertmanager, which are Debian packages: installs them where they are missing.
import { spawnSync } from 'node:child_process'

const PROGRAMS = ['prometheus', 'prometheus-alertmanager']
const TRIES = 3
const PAUSE_MS = 5_000

const missing = PROGRAMS.filter((program) => spawnSync('which', [program]).status !== 0)
if (missing.length > 0 && !(await install(missing))) {
  console.error(`${missing.join(' and ')} could not be installed; install them by hand: apt-get install ${missing.join(' ')}`)
  process.exit(1)
}
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.interop.config.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

async function install(packages) {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    spawnSync('apt-get', ['update'], { stdio: 'inherit' })
    const { status } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status === 0) return true
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt))
  }
  return false
}
