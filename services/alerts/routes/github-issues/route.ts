import { defineRoute, refused, type RouteSettings } from '../contract.js'
import { sendToTracker, type IssueTracker } from '../issue-tracker.js'

const API = 'https://api.github.com'

export const githubIssues = defineRoute({
  id: 'github-issues',
  title: 'GitHub issues',
  fields: [
    { name: 'repository', title: 'Repository', secret: false, required: true, example: 'example-org/operations' },
    { name: 'token', title: 'Token', secret: true, required: true, example: 'github_pat_0123456789' },
    { name: 'url', title: 'Address of the API', secret: false, required: false, example: 'https://github.example.com/api/v3' },
  ],
  deduplicates: true,
  repeatSeconds: null,
  async send(notification, settings, context) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(settings.repository ?? '')) return refused('Repository is not in the form owner/name.')
    return await sendToTracker(trackerOf(settings), notification, context)
  },
})

function trackerOf({ repository = '', token = '', url }: RouteSettings): IssueTracker {
  const issues = `/repos/${repository}/issues`
  return {
    baseUrl: (url || API).replace(/\/+$/, ''),
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' },
    openIssues: (since, page) => `${issues}?state=open&sort=created&direction=desc&since=${since}&per_page=100&page=${page}`,
    comments: (number, since, page) => `${issues}/${number}/comments?since=${since}&per_page=100&page=${page}`,
    create: (title, body) => ({ method: 'POST', path: issues, body: { title, body } }),
    comment: (number, body) => ({ method: 'POST', path: `${issues}/${number}/comments`, body: { body } }),
    close: (number) => ({ method: 'PATCH', path: `${issues}/${number}`, body: { state: 'closed', state_reason: 'completed' } }),
    readIssue({ number, body, html_url: page, pull_request: pullRequest }) {
      if (typeof number !== 'number' || pullRequest != null) return null
      return { number, body: typeof body === 'string' ? body : '', url: typeof page === 'string' ? page : null }
    },
  }
}
