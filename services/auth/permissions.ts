/** What a route or a resolver asks for. `public` asks for nothing, and has to be said. */
export type Permission = 'ingest' | 'read' | 'gate' | 'approve' | 'admin' | 'public'

export type Scope = Exclude<Permission, 'public'>

export const scopes: readonly Scope[] = ['ingest', 'read', 'gate', 'approve', 'admin']

export type Role = 'viewer' | 'responder' | 'approver' | 'admin'

export const roles: readonly Role[] = ['viewer', 'responder', 'approver', 'admin']

const scopesOfRole: Record<Role, readonly Scope[]> = {
  viewer: ['read'],
  responder: ['read', 'gate'],
  approver: ['read', 'gate', 'approve'],
  admin: scopes,
}

export function permissionsOfRole(role: Role): ReadonlySet<Scope> {
  return new Set(scopesOfRole[role])
}

/** `admin` is the one scope that carries the others. */
export function permissionsOfScopes(granted: readonly Scope[]): ReadonlySet<Scope> {
  return new Set(granted.includes('admin') ? scopes : granted)
}
