import { IsNull, MoreThan, type DataSource } from 'typeorm'
import { Person } from '../store/control/entities/person.js'
import { Session } from '../store/control/entities/session.js'
import { SignInLink } from '../store/control/entities/sign-in-link.js'
import { permissionsOfRole, type Role } from './permissions.js'
import type { Principal } from './principal.js'
import { hashSecret, newSecret } from './secrets.js'

export const SESSION_SECONDS = 30 * 86_400

export interface Sessions {
  /** A code that signs this person in once. The person is made, or given this role. */
  createCode(person: { login: string; role: Role }, validForSeconds: number): Promise<string>
  /** Uses up the code; null if it is unknown, used or too old. */
  signIn(code: string): Promise<{ secret: string; person: Person } | null>
  signOut(secret: string): Promise<void>
  authenticate(secret: string): Promise<Principal | null>
  people(): Promise<Person[]>
}

export function createSessions({ dataSource, now }: { dataSource: DataSource; now: () => Date }): Sessions {
  const people = dataSource.getRepository(Person)
  const links = dataSource.getRepository(SignInLink)
  const sessions = dataSource.getRepository(Session)

  async function ensurePerson({ login, role }: { login: string; role: Role }): Promise<Person> {
    const values = { login, displayName: login.split('@', 1)[0] ?? login, role, createdAt: now() }
    await people.createQueryBuilder().insert().values(values).orUpdate(['role'], ['login']).execute()
    return await people.findOneByOrFail({ login })
  }

  return {
    async createCode(person, validForSeconds) {
      const { id } = await ensurePerson(person)
      const code = newSecret()
      await links.insert({ hash: hashSecret(code), personId: id, expiresAt: later(now(), validForSeconds), usedAt: null })
      return code
    },
    async signIn(code) {
      const hash = hashSecret(code)
      // One statement decides, so that of two visits at once only one gets in.
      const used = await links.update({ hash, usedAt: IsNull(), expiresAt: MoreThan(now()) }, { usedAt: now() })
      if (used.affected !== 1) return null
      const link = await links.findOneByOrFail({ hash })
      const secret = newSecret()
      const times = { createdAt: now(), expiresAt: later(now(), SESSION_SECONDS) }
      await sessions.insert({ id: hashSecret(secret), personId: link.personId, csrf: newSecret(), ...times })
      return { secret, person: await people.findOneByOrFail({ id: link.personId }) }
    },
    async signOut(secret) {
      await sessions.delete({ id: hashSecret(secret) })
    },
    async authenticate(secret) {
      const session = await sessions.findOneBy({ id: hashSecret(secret), expiresAt: MoreThan(now()) })
      const person = session && (await people.findOneBy({ id: session.personId }))
      return person ? principalOf(person) : null
    },
    people: () => people.find({ order: { login: 'ASC' } }),
  }
}

function later(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000)
}

function principalOf({ login, role }: Person): Principal {
  const permissions = permissionsOfRole(role)
  return { kind: 'person', actor: `person:${login}`, permissions, teams: null, login, role, ambient: true }
}
