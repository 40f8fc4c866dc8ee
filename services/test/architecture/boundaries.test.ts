import { describe, expect, it } from 'vitest'
import { wrongImports } from './boundaries.js'
import { isTest, readSource, repositoryFiles } from './source-files.js'

const files = repositoryFiles()
  .filter((path) => /^(services|seed|web|bench)\/.*\.tsx?$/.test(path) && !isTest(path))
  .map((path) => ({ path, text: readSource(path) }))

describe('the direction of imports', () => {
  it('is kept by every source file', () => {
    expect(files.length).toBeGreaterThan(150)
    expect(wrongImports(files)).toEqual([])
  })

  it.each([
    ['services/domain/fold.ts', "import type { Config } from '../config/config.js'"],
    ['services/domain/fold.ts', "export { x } from '../store/x.js'"],
    ['services/integrations/github/normalise.ts', "import { x } from '../gitlab/normalise.js'"],
    ['services/integrations/github/normalise.ts', "const x = await import('../../metrics/x.js')"],
    ['services/api/x.ts', "import { x } from '../main.js'"],
    ['services/cli/x.ts', "import { x } from '../api/x.js'"],
    ['services/attic/x.ts', "import { x } from '../domain/x.js'"],
    ['web/src/x.tsx', "import { x } from '../../services/domain/x.js'"],
    ['seed/x.ts', "import { x } from '../services/domain/x.js'"],
  ])('is seen to be broken by %s with %s', (path, text) => {
    expect(wrongImports([{ path, text }])).toHaveLength(1)
  })
})
