import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepTelemetry, type TelemetryDays } from '../ingest/telemetry/keep-telemetry.js'
import { openEmbeddedAnalytics, type AnalyticsStore } from '../store/analytics/analytics-store.js'
import { openControl, type ControlStore } from '../store/control/data-source.js'
import { copyAnalyticsTemplate } from './analytics-template.js'
import { controlTemplate } from './control-template.js'

export type TestStores = { analytics: AnalyticsStore; control: ControlStore; directory: string; close(): Promise<void> }

/** Long enough that telemetry of the fixed days of the tests is there whenever they run. */
export const LONG_KEPT: TelemetryDays = { readings: 3650, minutes: 3650, hours: 3650 }

/** Both embedded stores, migrated, in a directory of their own that is removed at the end. */
export async function openTestStores(): Promise<TestStores> {
  const directory = await mkdtemp(join(tmpdir(), 'windsock-test-'))
  const control = await openControl({ kind: 'embedded', directory: join(directory, 'control'), template: controlTemplate() })
  await copyAnalyticsTemplate(join(directory, 'analytics'))
  const analytics = await openEmbeddedAnalytics({ directory: join(directory, 'analytics') })
  await keepTelemetry(analytics, LONG_KEPT)
  return {
    analytics,
    control,
    directory,
    close: async () => {
      await analytics.close()
      await control.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
