import type { Normalised } from '../../result.js'
import { fieldsOf, textOf, type Cdevent } from '../payload.js'
import { declaredBy } from './declared.js'
import { addressOf, environmentOf, nothing, one } from './event.js'

const STATUSES: Record<string, string> = {
  pass: 'passed',
  success: 'passed',
  fail: 'failed',
  failure: 'failed',
  error: 'error',
  cancel: 'cancelled',
  cancelled: 'cancelled',
  skip: 'skipped',
}

/** The end of a test case or suite; of which service or artifact, CDEvents itself does not say. */
export function testRun(event: Cdevent, definition: 'testCase' | 'testSuite', given?: 'skipped'): Normalised {
  const { id, content } = event.subject
  const { service, environment, version, artifactDigest } = declaredBy(event)
  if (!service && !artifactDigest) {
    return nothing(`the test run ${id} does not say what was tested (customData.windsock.service or customData.windsock.artifactId)`)
  }
  const status = given ?? STATUSES[textOf(content.outcome)?.toLowerCase() ?? '']
  if (!status) return nothing(`the test run ${id} does not say how it ended (subject.content.outcome)`)
  const { name, id: definitionId } = fieldsOf(content[definition])
  return one(event, 'test.finished', {
    service,
    environment: environment ?? environmentOf(event),
    version,
    digest: artifactDigest,
    name: textOf(name) ?? textOf(definitionId) ?? id,
    status,
  })
}

/** A report is evidence that the artifact was tested; videos, images and logs are not. */
export function testOutput(event: Cdevent): Normalised {
  const { id, content } = event.subject
  const { artifactDigest } = declaredBy(event)
  if (textOf(content.outputType) !== 'report') return nothing(`the test output ${id} is not a report (subject.content.outputType)`)
  if (!artifactDigest) return nothing(`the report ${id} does not say which artifact was tested (customData.windsock.artifactId with a digest)`)
  return one(event, 'artifact.attested', { digest: artifactDigest, kind: 'tests', status: 'present', url: addressOf(event) })
}
