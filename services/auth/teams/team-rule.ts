import { SetMetadata, type CustomDecorator } from '@nestjs/common'
import type { TeamLimit } from './team-limit.js'

/**
 * What an address does for a token that is limited to teams. `limited`: it tells of the services of those teams alone. `open`:
 * it tells of no service at all. A function says from the arguments why it refuses, or null. Without a rule such a token is
 * refused.
 */
export type TeamRule = 'limited' | 'open' | ((asked: never, limit: TeamLimit) => Promise<string | null>)

export const TEAM_RULE = 'windsock:team-rule'

export function ForTeams(rule: TeamRule): CustomDecorator {
  return SetMetadata(TEAM_RULE, rule)
}
