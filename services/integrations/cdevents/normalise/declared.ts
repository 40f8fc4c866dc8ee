import { readArtifactId } from '../artifact-id.js'
import { fieldsOf, textOf, type Cdevent } from '../payload.js'
import { serviceName } from './event.js'

/** What a sender says in `customData.windsock`, where CDEvents has no field for it. */
type Declared = {
  service?: string
  environment?: string
  version?: string
  artifactDigest?: string
  commit?: string
  repository?: string
  kind?: string
  deployment?: string
  release?: string
  group?: string
  risk?: string
}

/** Reads customData, an object or base64 of one; anything else in it is not ours and is not looked at. */
export function declaredBy({ customData }: Cdevent): Declared {
  const said = fieldsOf(fieldsOf(typeof customData === 'string' ? decoded(customData) : customData).windsock)
  const service = textOf(said.service)
  const artifact = readArtifactId(textOf(said.artifactId))
  return {
    service: service && serviceName(service),
    environment: textOf(said.environment),
    version: textOf(said.version) ?? artifact.version,
    artifactDigest: artifact.digest,
    commit: textOf(said.commit),
    repository: textOf(said.repository),
    kind: textOf(said.kind),
    deployment: textOf(said.deployment),
    release: textOf(said.release),
    group: textOf(said.group),
    risk: textOf(said.risk),
  }
}

function decoded(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}
