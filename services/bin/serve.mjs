// The process that everything runs in: settings from the environment, one sentence and exit code 1 where it cannot start.
const { readConfig, processEnvironment } = await import('../dist/config/config.js')
const { startWindsock } = await import('../dist/main.js')

/** Errors whose message is written for the person who started this. */
const plain = new Set(['ConfigError', 'StartError', 'DataDirectoryRefused', 'AnalyticsUnavailable'])

const GRACE_MS = 30_000

try {
  const config = readConfig(processEnvironment())
  const windsock = await startWindsock(config)
  console.log(
    `Windsock is at ${windsock.url} (${config.role === 'all' ? 'everything in one process' : `role ${config.role}`}), its data in ${config.dataDir}`,
  )
  if (windsock.signInLink) console.log(`Sign in as administrator, once, within a day: ${windsock.signInLink}`)
  stopOnSignal(windsock)
} catch (error) {
  console.error(plain.has(error?.name) ? error.message : error)
  process.exit(1)
}

function stopOnSignal(windsock) {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      console.log('Stopping once the work at hand is done …')
      setTimeout(() => process.exit(1), GRACE_MS).unref()
      await windsock.stop()
      process.exit(0)
    })
  }
}
