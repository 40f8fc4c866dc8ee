import { verify } from 'node:crypto'
import { readKnownAnswerFile } from './files.js'
import { trust } from './prepare.js'

type Envelope = { payloadType: string; payload: string; signatures: { keyid: string; sig: string }[] }
type Statement = { subject: [{ digest: { sha256: string } }]; predicateType: string; predicate: Provenance }
type Provenance = {
  buildDefinition?: { externalParameters: { repository: string }; resolvedDependencies: [{ digest: { gitCommit: string } }] }
  runDetails?: { builder: { id: string }; metadata: { invocationId: string } }
}

export type JudgedDocument = {
  digest: string
  kind: string
  /** Who says to have signed it. */
  signer: string
  status: 'verified' | 'invalid'
  /** What a provenance statement says of where the artifact came from. */
  states: { commit?: string; repository?: string; build?: string; builder?: string }
}

const KINDS: Record<string, string> = {
  'https://slsa.dev/provenance/v1': 'provenance',
  'https://cyclonedx.org/bom': 'sbom',
  'https://in-toto.io/attestation/test-result/v0.1': 'tests',
  'https://in-toto.io/attestation/vulns/v0.2': 'scan',
}

/** The signed documents of the data set, each with whether a trusted key signed it. */
export function judgedDocuments(): JudgedDocument[] {
  return readKnownAnswerFile('attestations.ndjson')
    .trim()
    .split('\n')
    .map((line) => judged(JSON.parse(line) as Envelope))
}

function judged(envelope: Envelope): JudgedDocument {
  const { subject, predicateType, predicate } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8')) as Statement
  return {
    digest: `sha256:${subject[0].digest.sha256}`,
    kind: KINDS[predicateType] ?? predicateType,
    signer: envelope.signatures[0]?.keyid ?? '',
    status: isSigned(envelope) ? 'verified' : 'invalid',
    states: {
      commit: predicate.buildDefinition?.resolvedDependencies[0].digest.gitCommit,
      repository: predicate.buildDefinition?.externalParameters.repository,
      build: predicate.runDetails?.metadata.invocationId,
      builder: predicate.runDetails?.builder.id,
    },
  }
}

/** Signed is what DSSE calls the pre-authentication encoding: version, type and payload, the latter two with their lengths. */
function isSigned({ payloadType, payload, signatures }: Envelope): boolean {
  const body = Buffer.from(payload, 'base64')
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `), body])
  return trust().publicKeys.some(({ pem }) => signatures.some(({ sig }) => verify(null, signed, pem, Buffer.from(sig, 'base64'))))
}
