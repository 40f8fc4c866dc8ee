import { afterEach, expect, it } from 'vitest'
import { runGit, streamGit } from './git.js'
import { createScratchRepository } from './scratch-repository.js'

const { PATH } = process.env
afterEach(() => {
  process.env.PATH = PATH
})

it('says so when there is no git', async () => {
  process.env.PATH = '/nowhere'
  await expect(runGit({ directory: '.', args: ['version'] })).rejects.toThrow(/^git was not found: install it/)
})

it("fails with git's own words", async () => {
  await expect(runGit({ directory: '.', args: ['rev-parse', '--verify', 'no-such-name'] })).rejects.toThrow('git failed: Needed a single revision')
})

it('can be left before git is done', async () => {
  const repository = createScratchRepository()
  try {
    for (let number = 0; number < 3; number += 1) repository.commit(String(number), number)
    for await (const line of streamGit({ directory: repository.path, args: ['log', '--format=%s'] }, '\n')) {
      expect(line).toBe('2')
      break
    }
  } finally {
    repository.remove()
  }
})
