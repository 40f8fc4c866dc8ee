import { asInstant, asInteger, asName, asText, at, clip, type Field, items, optional, optionalName, optionalUrl } from '../../fields.js'
import { readRepository, type Repository } from '../payload.js'

export type Issue = {
  repository: Repository
  number: number
  title: string
  labels: string[]
  /** The label that was just put on or taken off. */
  label?: string
  url?: string
  createdAt: string
  updatedAt: string
  closedAt?: string
}

export function readIssue(root: Field): Issue {
  const issue = at(root, 'issue')
  return {
    repository: readRepository(root),
    number: asInteger(at(issue, 'number')),
    title: clip(asText(at(issue, 'title')), 2000),
    labels: items(at(issue, 'labels')).map((label) => asName(at(label, 'name'))),
    label: optionalName(at(root, 'label', 'name')),
    url: optionalUrl(at(issue, 'html_url')),
    createdAt: asInstant(at(issue, 'created_at')),
    updatedAt: asInstant(at(issue, 'updated_at')),
    closedAt: optional(at(issue, 'closed_at'), asInstant),
  }
}
