import type { ObjectiveInForce, WorkspaceChoices } from '../metrics/options.js'
import type { Slo } from '../slo/slo.js'
import { readKept } from '../slo/kept.js'
import { SloRow } from '../store/control/entities/slo.js'
import { productionSql } from './production.js'
import { readSettings, type SettingsStore, type WorkspaceSettings } from './settings.js'

export type MeasureSettings = WorkspaceSettings & Pick<WorkspaceChoices, 'telemetry'>

/** The settings in force with the objectives that measures read. */
export async function readMeasureSettings(store: SettingsStore): Promise<MeasureSettings> {
  const [settings, kept, slos] = await Promise.all([
    readSettings(store),
    readKept(store.dataSource),
    store.dataSource.getRepository(SloRow).find({ order: { service: 'ASC', name: 'ASC' } }),
  ])
  const objectives = slos.flatMap(({ spec }) => objectivesInForce(spec as Slo))
  return { ...settings, telemetry: { objectives, production: productionSql(settings.production), minutesSince: kept.minutesSince } }
}

function objectivesInForce(slo: Slo): ObjectiveInForce[] {
  return slo.objectives.map((objective, index) => ({
    slo: slo.name,
    position: index + 1,
    title: [slo.displayName || slo.name, objective.displayName].filter((part) => part !== '').join(', '),
    service: slo.service,
    indicator: objective.indicator ?? slo.indicator ?? '',
    target: objective.target,
    op: objective.op,
    value: objective.value,
    method: slo.budgetingMethod,
    sliceTarget: objective.timeSliceTarget,
    sliceSeconds: objective.timeSliceSeconds,
  }))
}
