import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { CliError } from '../cli-error.js'

/** Where git was told to look; `-C` would not change it. */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_NAMESPACE']
const SETTINGS = ['log.showSignature=false', 'core.fsmonitor=false', 'i18n.logOutputEncoding=UTF-8']
const MOST_STDERR = 4000

export type GitCall = { directory: string; args: readonly string[]; input?: string }

/** What git prints, at once. Throws a CliError with git's own words when it fails. */
export async function runGit(call: GitCall): Promise<string> {
  const chunks: string[] = []
  for await (const chunk of output(call)) chunks.push(chunk)
  return chunks.join('')
}

/** What git prints, piece by piece between separators, without more of it in memory than one piece and a buffer. */
export async function* streamGit(call: GitCall, separator: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of output(call)) {
    const pieces = (rest + chunk).split(separator)
    rest = pieces.pop() ?? ''
    yield* pieces
  }
  if (rest !== '') yield rest
}

async function* output({ directory, args, input = '' }: GitCall): AsyncGenerator<string> {
  const child = spawn('git', ['-C', directory, ...SETTINGS.flatMap((setting) => ['-c', setting]), ...args], { env: gitEnvironment() })
  const failed = failureOf(child)
  child.stdin.on('error', () => undefined).end(input)
  child.stdout.setEncoding('utf8')
  try {
    for await (const chunk of child.stdout) yield chunk as string
    const failure = await failed
    if (failure !== null) throw new CliError(failure)
  } finally {
    if (child.exitCode === null) child.kill()
  }
}

async function failureOf(child: ChildProcessWithoutNullStreams): Promise<string | null> {
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    if (said.length < MOST_STDERR) said += chunk
  })
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    if (code === 0) return null
    const reason = said.split('\n').find((line) => /^(fatal|error):/.test(line)) ?? said.split('\n', 1)[0]
    return `git failed: ${reason?.replace(/^(fatal|error): /, '') || `it ended with ${code}`}`
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? 'git was not found: install it, or put it on the PATH.' : `git could not be started: ${message}`
  }
}

function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ELSEWHERE.includes(name))
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' }
}
