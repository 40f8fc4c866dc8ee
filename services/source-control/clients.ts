import type { CompareClient } from './compare-client.js'
import { createGithubClient, githubHeaders } from './github.js'
import { createGitlabClient } from './gitlab.js'
import { createOutgoing, type OutgoingPolicy } from './outgoing.js'
import { createProviderApi, type Clock } from './provider-api.js'

/** What a provider's API is asked with. */
export type ApiAccess = {
  integration: string
  source: string
  token: string
  /** Of a self-hosted provider, such as https://git.example.com/api/v4; else the provider's own. */
  apiUrl?: string
}

/** A client, and what ends its connections. */
export type OpenClient = { client: CompareClient; close(): void }

export type ClientOptions = {
  clock: Clock
  privateHosts: OutgoingPolicy['privateHosts']
  timeoutMs?: number
}

type Provider = {
  /** Where its API is unless another address is given, and the host of its repositories there. */
  apiUrl: string
  host: string
  headers: Readonly<Record<string, string>>
  create: typeof createGithubClient
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  github: { apiUrl: 'https://api.github.com', host: 'github.com', headers: githubHeaders, create: createGithubClient },
  gitlab: { apiUrl: 'https://gitlab.com/api/v4', host: 'gitlab.com', headers: {}, create: createGitlabClient },
}

/** The host of the repositories that may be asked about; null where the provider or the address is not known. */
export function hostOf({ integration, apiUrl }: Pick<ApiAccess, 'integration' | 'apiUrl'>): string | null {
  const provider = PROVIDERS[integration]
  if (!provider) return null
  if (apiUrl === undefined || trimmed(apiUrl) === provider.apiUrl) return provider.host
  return URL.canParse(apiUrl) ? new URL(apiUrl).hostname : null
}

/** Null where `hostOf` is. The client calls nothing but the host of the API. */
export function openClient(access: ApiAccess, { clock, privateHosts, timeoutMs }: ClientOptions): OpenClient | null {
  const [provider, host] = [PROVIDERS[access.integration], hostOf(access)]
  if (!provider || host === null) return null
  const baseUrl = trimmed(access.apiUrl ?? provider.apiUrl)
  const outgoing = createOutgoing({ hosts: [new URL(baseUrl).host], privateHosts })
  const headers = { ...provider.headers, authorization: `Bearer ${access.token}` }
  return { client: provider.create(createProviderApi({ outgoing, baseUrl, headers, clock, timeoutMs }), host), close: () => outgoing.close() }
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
