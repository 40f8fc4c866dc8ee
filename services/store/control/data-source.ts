import 'reflect-metadata'
import { join } from 'node:path'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { lockDataDirectory } from './data-directory.js'
import { embeddedPoolSize, startEmbeddedPostgres } from './embedded-postgres-store.js'
import { Alert, AlertMessage, AlertRoute } from './entities/alert.js'
import { ApiAccess } from './entities/api-access.js'
import { ApproverGroup } from './entities/approver-group.js'
import { AuditEntry } from './entities/audit-entry.js'
import { Calendar } from './entities/calendar.js'
import { DigestDelivery } from './entities/digest-delivery.js'
import { Digest } from './entities/digest.js'
import { DirtyService } from './entities/dirty-service.js'
import { Environment } from './entities/environment.js'
import { InboxEntry } from './entities/inbox-entry.js'
import { IntegrationConnection } from './entities/integration-connection.js'
import { Person } from './entities/person.js'
import { RangeLookup } from './entities/range-lookup.js'
import { RefusedDelivery } from './entities/refused-delivery.js'
import { DefaultView, SavedView } from './entities/saved-view.js'
import { Service } from './entities/service.js'
import { Session } from './entities/session.js'
import { Setting } from './entities/setting.js'
import { ShareLink } from './entities/share-link.js'
import { IndicatorRow, SloObjectRow, SloRow } from './entities/slo.js'
import { SignInLink } from './entities/sign-in-link.js'
import { Team } from './entities/team.js'
import { Token } from './entities/token.js'
import { Deliveries1790000000001 } from './migrations/0001-deliveries.js'
import { Access1790000000002 } from './migrations/0002-access.js'
import { Catalogue1790000000003 } from './migrations/0003-catalogue.js'
import { RangeLookups1790000000005 } from './migrations/0005-range-lookups.js'
import { Workspace1790000000006 } from './migrations/0006-workspace.js'
import { Views1790000000007 } from './migrations/0007-views.js'
import { Slos1790000000008 } from './migrations/0008-slos.js'
import { Alerts1790000000009 } from './migrations/0009-alerts.js'
import { SloObjects1790000000010 } from './migrations/0010-slo-objects.js'
import { AlertLog1790000000011 } from './migrations/0011-alert-log.js'

/** `template` is where a new embedded database is copied from, and made first if it is not there. */
export type ControlOptions = { kind: 'embedded'; directory: string; template?: string } | { kind: 'server'; url: string; poolSize?: number }

/**
 * PostgreSQL under TypeORM, its migrations run. Embedded, all connections share one session: transactions are short and
 * never wait for anything else, leases stand for locks, and LISTEN, SET and advisory locks do not work.
 */
export type ControlStore = { kind: ControlOptions['kind']; dataSource: DataSource; close(): Promise<void> }

/** The control store is away; the same call may succeed later. */
export class ControlUnavailable extends Error {
  override readonly name = 'ControlUnavailable'
}

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>

const migrationLock = 5_190_427

const entities = [
  Alert,
  AlertMessage,
  AlertRoute,
  ApiAccess,
  ApproverGroup,
  AuditEntry,
  Calendar,
  DefaultView,
  Digest,
  DigestDelivery,
  DirtyService,
  Environment,
  InboxEntry,
  IndicatorRow,
  IntegrationConnection,
  Person,
  RangeLookup,
  RefusedDelivery,
  SavedView,
  Service,
  Session,
  Setting,
  ShareLink,
  SignInLink,
  SloObjectRow,
  SloRow,
  Team,
  Token,
]

const migrations = [
  Deliveries1790000000001,
  Access1790000000002,
  Catalogue1790000000003,
  RangeLookups1790000000005,
  Workspace1790000000006,
  Views1790000000007,
  Slos1790000000008,
  Alerts1790000000009,
  SloObjects1790000000010,
  AlertLog1790000000011,
]

export async function openControl(options: ControlOptions): Promise<ControlStore> {
  return options.kind === 'embedded' ? await openEmbedded(options.directory, options.template) : await openServer(options.url, options.poolSize)
}

async function openEmbedded(directory: string, template?: string): Promise<ControlStore> {
  const lock = await lockDataDirectory(directory)
  const closing: Array<() => Promise<void>> = [() => lock.release()]
  const close = () => runOnce(closing)
  try {
    const postgres = await startEmbeddedPostgres(join(lock.directory, 'postgres'), template)
    closing.unshift(() => postgres.close())
    const { host, port, user: username, database } = postgres
    const dataSource = await connectSource({ host, port, username, database, poolSize: embeddedPoolSize })
    closing.unshift(() => dataSource.destroy())
    await dataSource.runMigrations({ transaction: 'each' })
    await endLeases(dataSource)
    return { kind: 'embedded', dataSource, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** One process holds an embedded store, so leases that are still there are those of one that was killed: nobody need wait for their end. */
async function endLeases(dataSource: DataSource): Promise<void> {
  await dataSource.query(`UPDATE inbox SET lease_until = 'epoch' WHERE state = 'leased'`)
  await dataSource.query('UPDATE dirty_services SET lease_until = NULL, leased_by = NULL WHERE lease_until IS NOT NULL')
  await dataSource.query(`UPDATE range_lookups SET lease_until = 'epoch' WHERE state = 'leased'`)
  await dataSource.query(`UPDATE digest_deliveries SET lease_until = 'epoch' WHERE state = 'leased'`)
  await dataSource.query(`UPDATE alert_messages SET lease_until = 'epoch' WHERE state = 'leased'`)
}

async function openServer(url: string, poolSize = 16): Promise<ControlStore> {
  const dataSource = await connectSource({ url, poolSize })
  const closing = [() => dataSource.destroy()]
  const close = () => runOnce(closing)
  try {
    await migrateAlone(dataSource)
    return { kind: 'server', dataSource, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function connectSource(connection: Pick<PostgresOptions, 'url' | 'host' | 'port' | 'username' | 'database' | 'poolSize'>): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    ...connection,
    entities,
    migrations,
    migrationsTableName: 'schema_migrations',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    connectTimeoutMS: 10_000,
    logging: false,
    // An idle connection that is lost is replaced at its next use; it must not end the process.
    poolErrorHandler: () => {},
  })
  try {
    return await dataSource.initialize()
  } catch (error) {
    throw new ControlUnavailable(`The control store cannot be reached: ${(error as Error).message || 'connection refused'}.`, { cause: error })
  }
}

// Several processes may start at once on one server: the first migrates and the others wait.
async function migrateAlone(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner()
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await dataSource.runMigrations({ transaction: 'each' })
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]).finally(() => runner.release())
  }
}

async function runOnce(steps: Array<() => Promise<void>>): Promise<void> {
  for (const step of steps.splice(0)) await step()
}
