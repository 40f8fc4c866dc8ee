import { digestOf, digestsOfSet } from './digest.js'
import { DocumentError, isRecord, listOf, recordOf, textOf, type Statement } from './document.js'

const TYPE = /^https:\/\/in-toto\.io\/Statement\/v(0\.1|1|1\.0)$/
export const MAX_SUBJECTS = 1_000

export function isStatement(value: unknown): boolean {
  return isRecord(value) && typeof value._type === 'string'
}

/** Reads an in-toto statement, v0.1 or v1. Throws a DocumentError that says what is wrong with it. */
export function readStatement(value: unknown): Statement {
  if (!isRecord(value)) throw new DocumentError('a statement must be an object')
  if (!TYPE.test(textOf(value._type))) throw new DocumentError(`_type must be that of an in-toto statement v0.1 or v1, not ${short(value._type)}`)
  const predicateType = textOf(value.predicateType).trim()
  if (predicateType === '' || predicateType.length > 512) throw new DocumentError('predicateType is missing or longer than 512 characters')
  const subjects = listOf(value.subject)
  if (subjects.length === 0) throw new DocumentError('subject names no artifact')
  if (subjects.length > MAX_SUBJECTS) throw new DocumentError(`subject has more than ${MAX_SUBJECTS} entries`)
  const digests = [...new Set(subjects.flatMap(digestsOfSubject))]
  if (digests.length === 0) throw new DocumentError('no subject has a digest that is known here: sha256, sha384, sha512, sha1 or md5, in hexadecimal')
  return { predicateType, digests, predicate: value.predicate }
}

function digestsOfSubject(subject: unknown): string[] {
  const digest = recordOf(recordOf(subject).digest)
  return digestsOfSet(Object.entries(digest).map(([algorithm, hex]) => digestOf(algorithm, textOf(hex))))
}

export function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
