import { SetMetadata, type CustomDecorator } from '@nestjs/common'
import type { Permission } from './permissions.js'

export const REQUIRES = 'windsock:requires'

/** The permission that a controller, a route or a resolver asks for. Without it the guard refuses every call. */
export function Requires(permission: Permission): CustomDecorator {
  return SetMetadata(REQUIRES, permission)
}
