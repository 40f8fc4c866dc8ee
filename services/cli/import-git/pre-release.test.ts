import { expect, it } from 'vitest'
import { isPreRelease } from './pre-release.js'

it.each([
  'v1.0.0-rc.1',
  'v1.0.0-alpha',
  '1.2.0rc1',
  '1.2.0b2',
  'v2.0.0.dev3',
  'v3.0.0-SNAPSHOT',
  'checkout-v1.2.0-beta.4',
  'v1.0-rc1',
  'pkg@1.0.0-next.3',
  'v1.0.0-rc.1+build.5',
  'v1.0.0.M2',
])('%s is a pre-release', (name) => expect(isPreRelease(name)).toBe(true))

it.each([
  'v1.0.0',
  'v1',
  'v1.0',
  '2026.11.02',
  'v2026.11.2',
  'v1.0.0+build.5',
  'v1.0.0-1',
  'v1.0.0-final',
  'v1.0.0.Final',
  'release-1',
  'checkout-v1.2.0',
  'rc-service/v1.0.0',
  'v1.0.0-lts',
  'beta-app@1.0.0',
  'v-tree',
])('%s is a release', (name) => expect(isPreRelease(name)).toBe(false))
