import type { Condition } from './condition.js'

/** Other words for kinds of routes. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  mail: 'email',
  smtp: 'email',
  'web-hook': 'webhook',
  'pager-duty': 'pagerduty',
  github: 'github-issues',
  gitlab: 'gitlab-issues',
}

/** The routes that an alert's targets name, by their names or else their kinds; none where nobody is named, or nothing of that name is there. */
export function namedRoutes<Route extends { name: string; sink: string }>(routes: readonly Route[], targets: Condition['targets'] = []): Route[] {
  const found = targets.flatMap((target) => {
    const byName = routes.filter(({ name }) => name === target.name)
    const kind = target.kind.toLowerCase()
    return byName.length > 0 ? byName : routes.filter(({ sink }) => sink === (OTHER_NAMES[kind] ?? kind))
  })
  return [...new Set(found)]
}
