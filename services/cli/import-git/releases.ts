import { CliError } from '../cli-error.js'
import type { Checkout } from './checkout.js'
import { runGit, streamGit } from './git.js'
import { isPreRelease } from './pre-release.js'

/** `at` is in seconds since 1970, by the clock that `datedBy` names. */
export type Release = { name: string; commit: string; at: number; datedBy: 'tagger' | 'committer' }

/** Releases in topological order, those without a path between them by commit time; `commits` is how many lead to them. */
export type History = { releases: Release[]; commits: number }

const TAG_FORMAT = [
  'refname:strip=2',
  'objecttype',
  'objectname',
  'committerdate:unix',
  '*objecttype',
  '*objectname',
  '*committerdate:unix',
  'taggerdate:unix',
]
const SHOWN_TAGS = 5

export type ReleaseChoice = {
  /** A glob. */
  tags: string
  each?: 'merge'
  /** Takes tags such as v1.2.0-rc.1 as releases too. */
  preReleases: boolean
}

export async function readHistory(checkout: Checkout, choice: ReleaseChoice): Promise<History> {
  const releases = choice.each === 'merge' ? await mergeReleases(checkout) : await tagReleases(checkout, choice)
  const places = await placesOf(checkout, releases)
  const place = ({ commit }: Release) => places.byCommit.get(commit) ?? 0
  releases.sort((a, b) => place(b) - place(a) || a.at - b.at || compareNames(a.name, b.name))
  return { releases, commits: places.count }
}

async function tagReleases({ directory }: Checkout, { tags: pattern, preReleases }: ReleaseChoice): Promise<Release[]> {
  const matching = await readTags(directory, `refs/tags/${pattern}`)
  const releases = preReleases ? matching : matching.filter(({ name }) => !isPreRelease(name))
  if (releases.length > 0) return releases
  if (matching.length > 0) {
    throw new CliError(
      `Every tag that matches "${pattern}" is a pre-release, such as ${matching[0]?.name}: take them as releases with --pre-releases.`,
    )
  }
  const all = await runGit({ directory, args: ['for-each-ref', '--sort=-creatordate', '--format=%(refname:strip=2)', 'refs/tags'] })
  throw noTags(pattern, all.split('\n').filter(Boolean))
}

async function readTags(directory: string, pattern: string): Promise<Release[]> {
  const format = TAG_FORMAT.map((field) => `%(${field})`).join('%00')
  const listed = await runGit({ directory, args: ['for-each-ref', `--format=${format}`, pattern] })
  const releases = listed
    .split('\n')
    .filter(Boolean)
    .map((line) => releaseOf(directory, line.split('\0')))
  return (await Promise.all(releases)).filter((release) => release !== null)
}

/** Null for a tag of something else than a commit. */
async function releaseOf(directory: string, fields: readonly string[]): Promise<Release | null> {
  const [name = '', type, object = '', objectAt, targetType, target = '', targetAt, taggedAt] = fields
  if (type === 'commit') return { name, commit: object, at: Number(objectAt), datedBy: 'committer' }
  if (type !== 'tag') return null
  const [commit, committedAt] = targetType === 'tag' ? await peel(directory, name) : [targetType === 'commit' ? target : '', targetAt]
  if (!commit) return null
  // Some old annotated tags say nothing about when they were made.
  return taggedAt ? { name, commit, at: Number(taggedAt), datedBy: 'tagger' } : { name, commit, at: Number(committedAt), datedBy: 'committer' }
}

/** The commit, and its time, that a tag of a tag leads to in the end; nothing where it is no commit. */
async function peel(directory: string, name: string): Promise<string[]> {
  const listed = await runGit({ directory, args: ['rev-list', '--no-walk', '--ignore-missing', '--timestamp', `refs/tags/${name}`, '--'] })
  return listed.trim().split(' ').filter(Boolean).toReversed()
}

function noTags(pattern: string, all: readonly string[]): CliError {
  const instead = 'or take every merge as a release with --each merge.'
  if (all.length === 0) return new CliError(`The repository has no tags to take as releases: fetch them with \`git fetch --tags\`, ${instead}`)
  const shown = all.slice(0, SHOWN_TAGS).join(', ')
  const more = all.length > SHOWN_TAGS ? ` and ${all.length - SHOWN_TAGS} more` : ''
  return new CliError(`No tag matches "${pattern}"; there are ${shown}${more}: choose some with --tags '<pattern>', ${instead}`)
}

async function mergeReleases({ directory }: Checkout): Promise<Release[]> {
  const hasCommits = await runGit({ directory, args: ['rev-list', '--max-count=1', '--all'] })
  const head = ['log', '--first-parent', '--merges', '--no-show-signature', '--format=%H %ct', 'HEAD', '--']
  const listed = hasCommits === '' ? '' : await runGit({ directory, args: head })
  const releases = listed
    .split('\n')
    .filter(Boolean)
    .map((line): Release => {
      const [commit = '', at] = line.split(' ')
      return { name: commit.slice(0, 12), commit, at: Number(at), datedBy: 'committer' }
    })
  if (releases.length > 0) return releases
  throw new CliError("There is no merge on the first parents of HEAD to take as a release: tag releases and choose them with --tags '<pattern>'.")
}

/** How far each release is from the newest commit, children always before their parents. */
async function placesOf({ directory }: Checkout, releases: readonly Release[]): Promise<{ byCommit: Map<string, number>; count: number }> {
  const wanted = new Set(releases.map(({ commit }) => commit))
  const byCommit = new Map<string, number>()
  let count = 0
  for await (const commit of streamGit({ directory, args: ['rev-list', '--date-order', '--stdin'], input: tipsOf(releases) }, '\n')) {
    if (wanted.has(commit)) byCommit.set(commit, count)
    count += 1
  }
  return { byCommit, count }
}

/** The commits of the releases as git reads them from its standard input. */
export function tipsOf(releases: readonly Release[]): string {
  return [...new Set(releases.map(({ commit }) => `${commit}\n`))].join('')
}

function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
