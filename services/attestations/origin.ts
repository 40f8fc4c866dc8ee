import type { StatedOrigin } from '../domain/attestation.js'
import { normaliseRepository } from '../domain/event.js'
import { listOf, NO_ORIGIN, recordOf, textOf, type Statement } from './document.js'

const COMMIT = /^[0-9a-f]{7,64}$/i
const WEB = /^https?:\/\/\S+$/i

type Source = { uri: string; commit: string }

/** Where a SLSA provenance statement (v0.1, v0.2, v1) says that its subjects came from; nulls where it does not say. */
export function originOf({ predicateType, predicate }: Statement): StatedOrigin {
  if (!predicateType.startsWith('https://slsa.dev/provenance/')) return NO_ORIGIN
  const body = recordOf(predicate)
  return body.buildDefinition === undefined ? originOfEarly(body) : originOfV1(body)
}

function originOfV1(predicate: Record<string, unknown>): StatedOrigin {
  const definition = recordOf(predicate.buildDefinition)
  const run = recordOf(predicate.runDetails)
  const parameters = recordOf(definition.externalParameters)
  const named = textOf(recordOf(parameters.workflow).repository) || sourceText(parameters.source) || textOf(parameters.repository)
  const source = pickSource(listOf(definition.resolvedDependencies).map(sourceOf), named)
  return origin(named || source?.uri, source?.commit, recordOf(run.builder).id, recordOf(run.metadata).invocationId)
}

function originOfEarly(predicate: Record<string, unknown>): StatedOrigin {
  const config = sourceOf(recordOf(predicate.invocation).configSource)
  const source = config.commit ? config : pickSource(listOf(predicate.materials).map(sourceOf), config.uri)
  return origin(config.uri || source?.uri, source?.commit, recordOf(predicate.builder).id, recordOf(predicate.metadata).buildInvocationId)
}

function sourceText(source: unknown): string {
  return textOf(source) || textOf(recordOf(source).uri) || textOf(recordOf(source).repository)
}

function sourceOf(descriptor: unknown): Source {
  const { uri, digest } = recordOf(descriptor)
  const { gitCommit, sha1 } = recordOf(digest)
  return { uri: textOf(uri), commit: textOf(gitCommit) || textOf(sha1) }
}

/** The dependency that is the repository built: the one named, else the first that is a commit. */
function pickSource(sources: readonly Source[], named: string): Source | undefined {
  const commits = sources.filter(({ commit }) => COMMIT.test(commit))
  const wanted = named === '' ? null : repositoryOf(named)
  return commits.find(({ uri }) => repositoryOf(uri) === wanted) ?? (wanted === null ? commits[0] : undefined)
}

function origin(repository: unknown, commit: unknown, builder: unknown, buildUrl: unknown): StatedOrigin {
  const hash = textOf(commit)
  const url = textOf(buildUrl)
  return {
    repository: textOf(repository) === '' ? null : repositoryOf(textOf(repository)),
    commit: COMMIT.test(hash) ? hash.toLowerCase() : null,
    builder: textOf(builder).trim().slice(0, 2_000) || null,
    buildUrl: url.length <= 2_000 && WEB.test(url) ? url : null,
  }
}

/** `git+https://host/owner/name@refs/heads/main` is the repository host/owner/name. */
function repositoryOf(uri: string): string | null {
  const bare = uri
    .trim()
    .slice(0, 2_000)
    .replace(/^git\+/, '')
    .replace(/(?<=\/[^@]*)@[^@]*$/, '')
  return bare === '' ? null : normaliseRepository(bare)
}
