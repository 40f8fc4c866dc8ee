import { graphql, type Windsock } from '../http/windsock.js'
import { readKnownAnswerFile } from './files.js'

type IndicatorInput = { name: string }
type ObjectiveInput = { name: string; service: string; indicator: string; target: number }

/** The objectives of the known-answer data set, as `saveSlo` takes them. */
export function objectives(): ObjectiveInput[] {
  return declared().objectives
}

/** Declares the indicators and objectives of the data set; a token needs the scope `admin` for it. */
export async function declareObjectives(windsock: Windsock): Promise<void> {
  const { indicators, objectives: slos } = declared()
  for (const input of indicators) await graphql(windsock, 'mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', { input })
  for (const input of slos) await graphql(windsock, 'mutation ($input: SloInput!) { saveSlo(input: $input) { name } }', { input })
}

function declared(): { indicators: IndicatorInput[]; objectives: ObjectiveInput[] } {
  return JSON.parse(readKnownAnswerFile('objectives.json')) as ReturnType<typeof declared>
}
