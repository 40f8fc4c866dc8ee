import { mergeConfig } from 'vitest/config'
import config from './vitest.config.js'

/** Against programs that are not npm packages; `npm run test:interop` installs them. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  { test: { include: ['services/test/interop/*.interop.ts'], fileParallelism: false } },
)
