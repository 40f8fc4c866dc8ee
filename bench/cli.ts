import { cpus, tmpdir, totalmem } from 'node:os'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbeddedAnalytics, type AnalyticsStore } from '@windsock/services/store/analytics/analytics-store.js'
import { migrateAnalytics } from '@windsock/services/store/analytics/migrate.js'
import { openControl } from '@windsock/services/store/control/data-source.js'
import { askByHand, askExecutive, askFirst, askPast, keepDays, markToday, remakeToday, time, writeFact, type Timing } from './executive.js'
import { fillFacts, fillServices, type History } from './facts.js'
import { measureIngest } from './ingest.js'
import { benchLive } from './live.js'
import { DAY_MS, fillYear } from './running-windsock.js'
import { measureTelemetry } from './telemetry.js'

const RUNS = 20
/** P2 writes ten times as many rollouts. */
const MOST_FOR_GROWTH = 1_000_000
const CHANGED_SERVICES = 10
const deployments = Number(process.argv[2] ?? 1_000_000)

console.log(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`)
const directory = await mkdtemp(join(tmpdir(), 'windsock-bench-'))
try {
  await benchIngest()
  await benchTelemetry()
  const end = await fillYear(join(directory, 'windsock'), deployments)
  await benchExecutive(end)
  if (deployments <= MOST_FOR_GROWTH) await benchGrowth(end)
  console.log('')
  await benchLive(join(directory, 'windsock'), deployments)
} finally {
  await rm(directory, { recursive: true, force: true })
}

async function openAnalytics(name: string): Promise<AnalyticsStore> {
  const analytics = await openEmbeddedAnalytics({ directory: join(directory, name) })
  await migrateAnalytics(analytics, { directory: join(import.meta.dirname, '../../schemas/clickhouse') })
  return analytics
}

async function benchIngest(): Promise<void> {
  const analytics = await openAnalytics('ingest')
  const control = await openControl({ kind: 'embedded', directory: join(directory, 'control') })
  const rates = await measureIngest({ analytics, control }, 30_000)
  console.log(`\nIngest, ${rates.events} events of 100 services`)
  console.log(
    `  stored and marked     ${rates.storedPerSecond} events/s (${ratio(rates.storedPerSecond, rates.plainInsertPerSecond)} of the engine's plain insert, ${rates.plainInsertPerSecond}/s)`,
  )
  console.log(`  P7 facts from events  ${rates.projectedPerSecond} events/s (target 20000)`)
  await control.close()
  await analytics.close()
}

async function benchTelemetry(): Promise<void> {
  const analytics = await openAnalytics('telemetry')
  const { points, otlpPerSecond, remoteWritePerSecond, engineRowsPerSecond, rollUpMs } = await measureTelemetry(analytics, 300)
  console.log(`\nP3 telemetry, ${points} points by each protocol, 1,000 a request, acknowledged when stored`)
  console.log(`  OTLP          ${otlpPerSecond} points/s, ratio ${ratio(otlpPerSecond, engineRowsPerSecond)} (target at least 0.5)`)
  console.log(`  remote write  ${remoteWritePerSecond} points/s, ratio ${ratio(remoteWritePerSecond, engineRowsPerSecond)}`)
  console.log(`  engine alone  ${engineRowsPerSecond} rows/s, one insert of the same rows`)
  console.log(`  minutes of all of it made in ${rollUpMs.toFixed(0)} ms`)
  await analytics.close()
}

async function benchExecutive(end: Date): Promise<void> {
  const analytics = await openYear()
  const anew = () => writeFact(analytics)
  const today = () => remakeToday(analytics, end)
  await merge(analytics)
  const read = await time(askExecutive(analytics, end), RUNS, anew)
  const keptMs = await keepDays(analytics)
  await merge(analytics)
  const base = await time(askExecutive(analytics, end), RUNS, today)
  const byHand = await time(askByHand(analytics, end), RUNS)
  console.log(`\nP1 executive question, ${deployments} deployments, ${deployments * 6} changes in a year`)
  report('Windsock', base)
  report('SQL by hand', byHand)
  report('asked first', await time(askFirst(analytics, end), RUNS))
  report('from records', read)
  report('another fact', await time(askExecutive(analytics, end), RUNS, anew))
  report('up to a past noon', await time(askPast(analytics, end), RUNS))
  report('asked again', await time(askExecutive(analytics, end), RUNS))
  await markToday(analytics, end, CHANGED_SERVICES)
  report(`${CHANGED_SERVICES} services changed`, await time(askExecutive(analytics, end), RUNS, anew))
  await analytics.command('TRUNCATE TABLE changed_days')
  console.log(`  ratio ${ratio(base.median, byHand.median)} (below 1 is faster than by hand); days of a year made in ${(keptMs / 1000).toFixed(1)} s`)
  await analytics.close()
}

function openYear(): Promise<AnalyticsStore> {
  return openAnalytics(join('windsock', 'clickhouse'))
}

/** Ten times the history before the window, and ten times the rows in it. The three are timed one right after the other. */
async function benchGrowth(end: Date): Promise<void> {
  const from = new Date(end.getTime() - 365 * DAY_MS)
  await fillStore('sparse', [{ deployments: deployments / 10, from, to: end, firstId: 0 }])
  await fillStore('grown', [
    { deployments, from, to: end, firstId: 0 },
    { deployments: deployments * 9, from: new Date(end.getTime() - 10 * 365 * DAY_MS), to: from, firstId: deployments * 10 },
  ])
  const tenth = await timeOf(await openAnalytics('sparse'), end)
  const base = await timeOf(await openYear(), end)
  const longer = await timeOf(await openAnalytics('grown'), end)
  console.log(`\nP2 growth`)
  report('the year', base)
  report('ten times the history', longer)
  console.log(`  ratio ${ratio(longer.median, base.median)} (target at most 1.2)`)
  report('a tenth of the rows', tenth)
  console.log(`  ratio ${ratio(base.median, tenth.median)} (target at most 4)`)
}

/** One embedded store is open at a time. */
async function fillStore(name: string, histories: readonly History[]): Promise<void> {
  const analytics = await openAnalytics(name)
  await fillServices(analytics, new Date(Math.min(...histories.map(({ from }) => from.getTime()))))
  for (const history of histories) await fillFacts(analytics, history)
  await keepDays(analytics)
  await merge(analytics)
  await analytics.close()
}

async function timeOf(analytics: AnalyticsStore, end: Date): Promise<Timing> {
  const timing = await time(askExecutive(analytics, end), RUNS, () => remakeToday(analytics, end))
  await analytics.close()
  return timing
}

/** To one part a month, as the engine does with what is an hour old. */
async function merge(analytics: AnalyticsStore): Promise<void> {
  for (const table of ['deployments', 'deployed_changes', 'change_sets', 'incidents', 'measure_days'])
    await analytics.command(`OPTIMIZE TABLE ${table} FINAL`)
}

function report(name: string, { median, p95, runs }: Timing): void {
  console.log(`  ${name.padEnd(21)} median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${runs} runs`)
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2)
}
