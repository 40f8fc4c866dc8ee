import { expect, test, vi } from 'vitest'
import { acceptHook, type HookDeps } from './accept-hook.js'

test('settings that say wrongly how a sender proves itself refuse what it sends, and tell why', async () => {
  const record = vi.fn<HookDeps['refusals']['record']>().mockResolvedValue()
  const accept = vi.fn<HookDeps['intake']['accept']>()
  const settings = { preset: 'jenkins', verification: { scheme: 'hmac-sha512' } }
  const find = async (integration: string, source: string) => ({ integration, source, secret: 'its secret', open: false, settings })
  const deps = {
    connections: { find },
    intake: { accept },
    refusals: { record },
    onError: vi.fn<HookDeps['onError']>(),
  }
  const request = { headers: {}, body: Buffer.from('{}'), receivedAt: new Date(), newId: () => 'new' }
  const answer = await acceptHook(deps, { integration: 'generic-ci', source: 'build', ...request })
  const reason = expect.stringContaining('verification.scheme must be one of token, hmac-sha256, standard-webhooks, but is "hmac-sha512"')
  expect(answer).toEqual({ kind: 'refused', reason })
  expect(record).toHaveBeenCalledWith({ integration: 'generic-ci', source: 'build', reason, size: 2 })
  expect(accept).not.toHaveBeenCalled()
})
