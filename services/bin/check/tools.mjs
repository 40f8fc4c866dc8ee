import { spawn } from 'node:child_process'
import { isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))

/** Each gate gives how many things it looked at and one line per problem. */
export const formatting = {
  title: 'format (npm run format mends it)',
  unit: 'files',
  async look(root) {
    const { output } = await run(root, 'oxfmt/bin/oxfmt', ['--check', '.'])
    const looked = Number(/ on (\d+) files?/.exec(output)?.[1] ?? 0)
    const problems = [...output.matchAll(/^(\S+\.\w+) \(\d+m?s\)$/gm)].map(([, path]) => path)
    return { looked, problems: problems.length > 0 || / issues? found|rror/.test(output) ? (problems.length > 0 ? problems : [output.trim()]) : [] }
  },
}

export const lint = {
  title: 'lint and import boundaries',
  unit: 'files',
  async look(root) {
    const { output, errors } = await run(root, 'oxlint/bin/oxlint', ['--format', 'json'])
    const report = readJson(output)
    if (!report) return { looked: 0, problems: [`${output}${errors}`.trim()] }
    return { looked: report.number_of_files, problems: report.diagnostics.map(describe) }
  },
}

export const deadCode = {
  title: 'dead code',
  unit: 'files',
  async look(root) {
    const reporter = fileURLToPath(new URL('knip-reporter.mjs', import.meta.url))
    const { output, errors } = await run(root, 'knip/bin/knip.js', ['--no-progress', '--no-config-hints', '--reporter', reporter])
    return readJson(output) ?? { looked: 0, problems: [`${output}${errors}`.trim()] }
  },
}

export function types(project) {
  return {
    title: `types of ${project}`,
    unit: 'files',
    async look(root) {
      const { output } = await run(root, 'typescript/bin/tsc', [
        '--noEmit',
        '-p',
        project,
        '--listFiles',
        '--pretty',
        'false',
        ...incremental(project),
      ])
      const lines = output.split('\n')
      const looked = lines.filter((line) => isAbsolute(line) && !relative(root, line).startsWith('..') && !line.includes('/node_modules/')).length
      return { looked, problems: lines.filter((line) => / error TS\d+|^error TS\d+/.test(line)) }
    },
  }
}

function incremental(project) {
  return ['--incremental', '--tsBuildInfoFile', join(modules, '.cache', 'windsock', `${project.replaceAll('/', '-')}.tsbuildinfo`)]
}

function describe({ filename, labels, code, message }) {
  const { line, column } = labels?.[0]?.span ?? {}
  return `${filename}:${line ?? 1}:${column ?? 1} ${message} [${code}]`
}

function readJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function run(root, script, args) {
  const child = spawn(process.execPath, [join(modules, script), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  return { output, errors, code }
}
