import { alertmanager } from './alertmanager/route.js'
import type { Route } from './contract.js'
import { email } from './email/route.js'
import { githubIssues } from './github-issues/route.js'
import { gitlabIssues } from './gitlab-issues/route.js'
import { pagerduty } from './pagerduty/route.js'
import { slack } from './slack/route.js'
import { webhook } from './webhook/route.js'

/** Where alerts can go: one folder each. */
export const routes: readonly Route[] = [alertmanager, email, githubIssues, gitlabIssues, pagerduty, slack, webhook]

export function findRoute(id: string): Route | null {
  return routes.find((route) => route.id === id) ?? null
}
