import { defineRoute, type RouteSettings } from '../contract.js'
import { sendToTracker, type IssueTracker } from '../issue-tracker.js'

const HOST = 'https://gitlab.com'

export const gitlabIssues = defineRoute({
  id: 'gitlab-issues',
  title: 'GitLab issues',
  fields: [
    { name: 'project', title: 'Project', secret: false, required: true, example: 'example-group/operations' },
    { name: 'token', title: 'Token', secret: true, required: true, example: 'glpat-0123456789' },
    { name: 'url', title: 'Address of GitLab', secret: false, required: false, example: 'https://gitlab.example.com' },
  ],
  deduplicates: true,
  repeatSeconds: null,
  send: (notification, settings, context) => sendToTracker(trackerOf(settings), notification, context),
})

function trackerOf({ project = '', token = '', url }: RouteSettings): IssueTracker {
  const issues = `/projects/${encodeURIComponent(project)}/issues`
  return {
    baseUrl: `${(url || HOST).replace(/\/+$/, '')}/api/v4`,
    headers: { accept: 'application/json', 'private-token': token },
    openIssues: (since, page) => `${issues}?state=opened&order_by=created_at&sort=desc&updated_after=${since}&per_page=100&page=${page}`,
    // Notes cannot be asked for by their time.
    comments: (number, _since, page) => `${issues}/${number}/notes?order_by=created_at&sort=desc&per_page=100&page=${page}`,
    create: (title, description) => ({ method: 'POST', path: issues, body: { title, description } }),
    comment: (number, body) => ({ method: 'POST', path: `${issues}/${number}/notes`, body: { body } }),
    close: (number) => ({ method: 'PUT', path: `${issues}/${number}`, body: { state_event: 'close' } }),
    readIssue({ iid, description, web_url: page }) {
      if (typeof iid !== 'number') return null
      return { number: iid, body: typeof description === 'string' ? description : '', url: typeof page === 'string' ? page : null }
    },
  }
}
