import { parseArgs } from 'node:util'
import { runCompany } from './commands/company.js'
import { runKnownAnswer } from './commands/known-answer.js'
import { verifyKnownAnswer } from './commands/verify.js'
import { readOptions, usage } from './commands/options.js'

const commands = { 'known-answer': runKnownAnswer, company: runCompany, verify: verifyKnownAnswer }

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      shuffle: { type: 'string' },
      seed: { type: 'string' },
      scale: { type: 'string' },
      days: { type: 'string' },
      end: { type: 'string' },
      timeout: { type: 'string' },
      'github-secret': { type: 'string' },
      'no-verify': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const command = commands[positionals[0] as keyof typeof commands]
  if (values.help || !command) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  return (await command(readOptions(values, process.env, new Date()))) ? 0 : 1
}

main().then(
  (code) => (process.exitCode = code),
  (failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : String(failure))
    process.exitCode = 2
  },
)
