import { MoreThan, type DataSource } from 'typeorm'
import { defaultAlertThresholds, type AlertThresholds } from '../domain/alert-thresholds.js'
import { defaultRules, type WorkspaceRules } from '../domain/facts.js'
import type { WeekStart } from '../metrics/calendar/calendar.js'
import { defaultWorkspaceChoices, type BusinessHours, type WorkspaceChoices, type WorkspaceOptions } from '../metrics/options.js'
import type { Targets } from '../metrics/targets.js'
import { ApproverGroup } from '../store/control/entities/approver-group.js'
import { Calendar } from '../store/control/entities/calendar.js'
import { Environment } from '../store/control/entities/environment.js'
import { Setting } from '../store/control/entities/setting.js'
import { defaultPatterns, productionTest, type ProductionRule } from './production.js'

/** What can be set, and is kept as one entry; what was never set is not kept, so that defaults may still change. */
export type StoredSettings = AlertThresholds & {
  /** The profile of the measures where none is chosen. */
  profile: string
  /** Single options over that profile. */
  options: WorkspaceOptions
  /** An IANA name. */
  timeZone: string
  weekStart: WeekStart
  attributionWindowHours: number
  mergeSlackMinutes: number
  incidentMergeMinutes: number
  productionPatterns: string[]
  /** Whose commits are no changes, such as bots; `*` stands for anything. */
  ignoredAuthors: string[]
  requiredProvenance: { default: string[]; byTier: Record<string, string[]> }
  /** The calendar whose hours are business hours; null for Monday to Friday, nine to five, in `timeZone`. */
  calendar: string | null
  /** Labels of pull requests, and globs of branches and tags, that make a deployment a hotfix. */
  hotfix: { labels: string[]; branches: string[]; tags: string[] }
  ownership: WorkspaceChoices['ownership']
  targets: Targets
  /** Whether anyone may see badges, which show single numbers. */
  publicBadges: boolean
}

export type WorkspaceSettings = StoredSettings & {
  production: ProductionRule
  businessHours: BusinessHours
  /** How many members of a group have to grant, where that is not one. */
  quorums: Record<string, number>
}

export type SettingsStore = { dataSource: DataSource }

const KEY = 'workspace'
/** Settings that facts are derived with; a change of any other moves only how they are read. */
const DERIVING: readonly (keyof WorkspaceSettings)[] = [
  'attributionWindowHours',
  'mergeSlackMinutes',
  'incidentMergeMinutes',
  'production',
  'ignoredAuthors',
  'hotfix',
  'quorums',
]

export const defaultSettings: StoredSettings = {
  profile: defaultWorkspaceChoices.profile,
  options: defaultWorkspaceChoices.options,
  timeZone: 'UTC',
  weekStart: 'MONDAY',
  attributionWindowHours: defaultRules.attributionWindowMs / 3_600_000,
  mergeSlackMinutes: defaultRules.mergeSlackMs / 60_000,
  incidentMergeMinutes: defaultRules.incidentMergeMs / 60_000,
  productionPatterns: [...defaultPatterns].sort(),
  ignoredAuthors: [],
  requiredProvenance: { default: [...defaultWorkspaceChoices.requiredProvenance.default].sort(), byTier: {} },
  calendar: null,
  hotfix: { labels: ['hotfix'], branches: ['hotfix/*'], tags: [] },
  ownership: defaultWorkspaceChoices.ownership,
  targets: defaultWorkspaceChoices.targets,
  publicBadges: false,
  ...defaultAlertThresholds,
}

/** The settings in force. */
export async function readSettings({ dataSource }: SettingsStore): Promise<WorkspaceSettings> {
  const [setting, environments, calendars, groups] = await Promise.all([
    dataSource.getRepository(Setting).findOneBy({ key: KEY }),
    dataSource.getRepository(Environment).find({ order: { id: 'ASC' } }),
    dataSource.getRepository(Calendar).find(),
    dataSource.getRepository(ApproverGroup).find({ where: { quorum: MoreThan(1) }, order: { id: 'ASC' } }),
  ])
  const stored: StoredSettings = { ...defaultSettings, ...(setting?.value as Partial<StoredSettings> | undefined) }
  const named = (production: boolean) => environments.filter((environment) => environment.production === production).map(({ id }) => id)
  return {
    ...stored,
    production: { environments: named(true), others: named(false), patterns: stored.productionPatterns },
    businessHours: hoursOf(
      stored,
      calendars.find(({ id }) => id === stored.calendar),
    ),
    quorums: Object.fromEntries(groups.map(({ id, quorum }) => [id, quorum])),
  }
}

/** Keeps what is given and leaves the rest. It is not checked here; see `checkSpec`. */
export async function writeSettings({ dataSource }: SettingsStore, change: Partial<StoredSettings>): Promise<WorkspaceSettings> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  // Two at once each keep the other's, because the database merges them.
  await dataSource.query(
    `INSERT INTO settings (key, value) VALUES ($1, $2::jsonb) ON CONFLICT (key) DO UPDATE SET value = settings.value || excluded.value`,
    [KEY, JSON.stringify(given)],
  )
  return readSettings({ dataSource })
}

export function rulesOf(settings: WorkspaceSettings): WorkspaceRules {
  return {
    ...defaultRules,
    isProduction: productionTest(settings.production),
    attributionWindowMs: settings.attributionWindowHours * 3_600_000,
    mergeSlackMs: settings.mergeSlackMinutes * 60_000,
    incidentMergeMs: settings.incidentMergeMinutes * 60_000,
    hotfix: settings.hotfix,
    ignoredAuthors: settings.ignoredAuthors,
    quorums: new Map(Object.entries(settings.quorums)),
  }
}

/** Whether facts have to be derived again when the first become the second. */
export function changesFacts(before: WorkspaceSettings, after: WorkspaceSettings): boolean {
  return DERIVING.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

function hoursOf({ timeZone }: StoredSettings, calendar: Calendar | undefined): BusinessHours {
  if (!calendar) return { ...defaultWorkspaceChoices.businessHours, timeZone }
  return { timeZone: calendar.timeZone, days: calendar.days, from: calendar.opens, to: calendar.closes, holidays: calendar.holidays }
}
