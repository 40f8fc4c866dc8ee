import { between, chance, hexDigits, lognormal, pick } from '../random.js'
import { itemOf, rfc3339, type Item } from './item.js'
import { HOUR_MS, MINUTE_MS } from './rhythm.js'
import { person, repositoryUrl, type Build, type Commit, type StoryState } from './story-state.js'

const VERBS = ['Add', 'Remove', 'Speed up', 'Retry', 'Validate', 'Log', 'Cache', 'Split', 'Rename', 'Test']
const THINGS = [
  'the import',
  'the queue',
  'the address form',
  'the index',
  'a time limit',
  'the totals',
  'the health check',
  'the migration',
  'the cache key',
  'the error page',
]

/** New commits, the last of them at `lastAt`; they follow the head of the branch and wait to be deployed. */
export function commitChanges(state: StoryState, count: number, lastAt: number): Commit[] {
  const { random } = state
  const ages = Array.from({ length: count - 1 }, () => lognormal(random, 9 * HOUR_MS, 1.1)).sort((a, b) => b - a)
  const room = lastAt - state.head.at
  const shrink = Math.min(1, (0.9 * room) / (ages[0] ?? 1))
  const commits = [...ages.map((age) => lastAt - age * shrink), lastAt].map((at) => commitAt(state, Math.floor(at / 1000) * 1000))
  state.pending.push(...commits)
  return commits
}

function commitAt(state: StoryState, at: number): Commit {
  const { random, profile, counters } = state
  const sha = hexDigits(random, 40)
  const review = Math.min(lognormal(random, 4 * HOUR_MS, 1), 4 * 24 * HOUR_MS)
  const title = `${pick(random, VERBS)} ${pick(random, THINGS)}`
  counters.commit += 1
  counters.pull += between(random, 1, 3)
  const opened = at - review
  const commit: Commit = {
    sha,
    committedAt: at,
    authoredAt: opened - between(random, 5, 300) * MINUTE_MS,
    author: person(state),
    message: title,
    parents: [state.head.sha],
    files: [`${profile.paths.length > 0 ? `${profile.name}/` : ''}src/${pick(random, ['api', 'store', 'jobs', 'pages'])}.ts`],
    pullRequest: {
      number: counters.pull,
      title,
      openedAt: rfc3339(opened),
      ...(chance(random, 0.8) ? { firstReviewAt: rfc3339(opened + review * 0.6), approvedAt: rfc3339(opened + review * 0.9) } : {}),
      mergedAt: rfc3339(at),
      url: `${repositoryUrl(profile)}/pull/${counters.pull}`,
    },
  }
  state.head = { sha, at }
  return commit
}

export function changeData(commit: Commit): Record<string, unknown> {
  return { ...commit, committedAt: rfc3339(commit.committedAt), authoredAt: rfc3339(commit.authoredAt) }
}

export function commitItems(state: StoryState, commits: readonly Commit[]): Item[] {
  const repository = repositoryUrl(state.profile)
  const pushedWith = commits.at(-1)?.sha
  return commits.map((commit) => ({
    ...itemOf(`push-${commit.sha}`, `git/${state.profile.repository}`, 'change.committed', commit.committedAt, {
      repository,
      branch: 'main',
      ...changeData(commit),
    }),
    pushedWith,
  }))
}

export function nextBuild(state: StoryState, part: 'minor' | 'patch'): Build {
  const [major, minor, patch] = state.version
  state.version = part === 'minor' ? [major, minor + 1, 0] : [major, minor, patch + 1]
  return { version: state.version.join('.'), commit: state.head.sha, digest: `sha256:${hexDigits(state.random, 64)}` }
}

const EVIDENCE = [
  ['provenance', 0.9],
  ['sbom', 0.85],
  ['signature', 0.9],
  ['tests', 0.95],
  ['scan', 0.8],
] as const

/** What the build leaves behind: the artifact and, mostly, the papers about it. */
export function buildItems(state: StoryState, build: Build, from: number, to: number): Item[] {
  const { profile, random } = state
  const buildUrl = `https://ci.example.com/${profile.name}/builds/${build.digest.slice(7, 15)}`
  const published = itemOf(`build-${build.digest.slice(7, 19)}`, `ci/${profile.name}`, 'artifact.published', to, {
    digest: build.digest,
    name: `registry.example.com/acme/${profile.name}`,
    version: build.version,
    service: profile.name,
    repository: repositoryUrl(profile),
    commit: build.commit,
    buildUrl,
    builder: `builder-${between(random, 1, 8)}`,
    startedAt: rfc3339(from),
    finishedAt: rfc3339(to),
  })
  const papers = EVIDENCE.filter(([, share]) => chance(random, share)).map(([kind]) =>
    itemOf(`attest-${kind}-${build.digest.slice(7, 19)}`, `ci/${profile.name}`, 'artifact.attested', to + 20_000, {
      digest: build.digest,
      kind,
      status: 'present',
    }),
  )
  return [published, ...papers]
}
