// Prints how many tests each suite has run; the last line counts them all, with every other step that failed.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const [failedSteps, seconds] = [Number(process.argv[2]), Number(process.argv[3])]
const reports = process.argv.slice(4).map(read)
const suites = new Map()
for (const { name, assertionResults, status } of reports.flatMap(({ testResults }) => testResults)) {
  const suite = relative(process.cwd(), name).split('/').slice(0, 2).join('/')
  const counts = suites.get(suite) ?? { files: 0, passed: 0, failed: 0, skipped: 0 }
  counts.files += 1
  for (const { status: outcome } of assertionResults) counts[outcome === 'passed' || outcome === 'failed' ? outcome : 'skipped'] += 1
  if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1
  suites.set(suite, counts)
}
const all = { passed: 0, failed: 0, skipped: 0 }
for (const [suite, counts] of [...suites].sort()) {
  console.log(`${suite}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${counts.files} files`)
  for (const key of Object.keys(all)) all[key] += counts[key]
}
const failedRuns = reports.filter(({ success }) => !success)
const brokenRuns = failedRuns.filter((report) => !hasFailedTest(report)).length
// A step that ran tests has failed because of them: it is not counted twice.
const otherSteps = Math.max(0, failedSteps - failedRuns.length)
const failed = all.failed + brokenRuns + otherSteps
if (all.skipped > 0) console.log(`${all.skipped} skipped`)
if (otherSteps > 0) console.log(`${otherSteps} other steps failed`)
console.log(`${seconds} seconds`)
console.log(`${all.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || all.passed === 0 ? 1 : 0

function hasFailedTest({ testResults }) {
  return testResults.some(({ status }) => status === 'failed')
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.log('The tests left no report: they did not run to their end.')
    return { success: false, testResults: [] }
  }
}
