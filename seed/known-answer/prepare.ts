import { graphql, postAttestations, type Windsock } from '../http/windsock.js'
import { readKnownAnswerFile } from './files.js'

type IndicatorInput = { name: string }
type ObjectiveInput = { name: string; service: string; indicator: string; target: number }
export type Trust = {
  publicKeys: { id: string; pem: string }[]
  sources: { source: string; senders: string[] }[]
}

/** The objectives of the known-answer data set, as `saveSlo` takes them. */
export function objectives(): ObjectiveInput[] {
  return declared().objectives
}

/** Whom the data set trusts, as `setAttestationTrust` takes it. */
export function trust(): Trust {
  return JSON.parse(readKnownAnswerFile('trust.json')) as Trust
}

/**
 * What the known answers rest on beside the events: objectives, whom to trust, and then the signed documents. A token needs the
 * scopes `ingest` and `admin` for it.
 */
export async function prepareKnownAnswers(windsock: Windsock): Promise<void> {
  const { indicators, objectives: slos } = declared()
  for (const input of indicators) await graphql(windsock, 'mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', { input })
  for (const input of slos) await graphql(windsock, 'mutation ($input: SloInput!) { saveSlo(input: $input) { name } }', { input })
  await declareTrust(windsock)
  await postAttestations(windsock, readKnownAnswerFile('attestations.ndjson'))
}

/** The seed sends under whatever token it was given, so all of the workspace may bring what the trusted sources say. */
async function declareTrust(windsock: Windsock): Promise<void> {
  const { tokens } = await graphql<{ tokens: { name: string }[] }>(windsock, '{ tokens { name } }')
  const { publicKeys, sources } = trust()
  const input = {
    publicKeys,
    sources: sources.map(({ source, senders }) => ({ source, senders: [...senders, ...tokens.map(({ name }) => name)] })),
  }
  await graphql(windsock, 'mutation ($input: AttestationTrustInput!) { setAttestationTrust(input: $input) { version } }', { input })
}

function declared(): { indicators: IndicatorInput[]; objectives: ObjectiveInput[] } {
  return JSON.parse(readKnownAnswerFile('objectives.json')) as ReturnType<typeof declared>
}
