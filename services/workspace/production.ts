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

/** The same as SQL over the column `environment`. */
export function productionSql({ environments, others, patterns }: ProductionRule): { sql: string; params: Record<string, unknown> } {
  return {
    sql: `multiIf(has({productionNames:Array(String)}, environment), true, has({otherNames:Array(String)}, environment), false,
      arrayExists(pattern -> match(environment, pattern), {productionPatterns:Array(String)}))`,
    params: { productionNames: environments, otherNames: others, productionPatterns: patterns.map((pattern) => `(?is)${expressionOf(pattern)}`) },
  }
}

function patternTest(pattern: string): RegExp {
  return new RegExp(expressionOf(pattern), 'is')
}

/** As both JavaScript and RE2 read it. */
function expressionOf(pattern: string): string {
  const body = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  if (!/[*?]/.test(pattern)) return `(^|[-_./ ])${body}($|[-_./ ])`
  return `^${body.replace(/\*+/g, '.*').replaceAll('?', '.')}$`
}
