/** Which environments are production: what was declared of one, else whether a pattern fits its name. */
export type ProductionRule = {
  /** Declared to be production. */
  environments: string[]
  /** Declared not to be. */
  others: string[]
  /** A word that stands between separators, or a glob of the whole name where it holds `*` or `?`. Case does not matter. */
  patterns: string[]
}

export const defaultPatterns: readonly string[] = ['prod', 'production', 'live']

export function productionTest({ environments, others, patterns }: ProductionRule): (environment: string) => boolean {
  const declared = new Map([...environments.map((name) => [name, true] as const), ...others.map((name) => [name, false] as const)])
  const tests = patterns.map(patternTest)
  return (environment) => declared.get(environment) ?? tests.some((test) => test.test(environment))
}

function patternTest(pattern: string): RegExp {
  const body = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  if (!/[*?]/.test(pattern)) return new RegExp(`(^|[-_./ ])${body}($|[-_./ ])`, 'i')
  return new RegExp(`^${body.replace(/\*+/g, '.*').replaceAll('?', '.')}$`, 'is')
}
