import type { WeekStart, Window } from '../../metrics/calendar/calendar.js'
import { defaultWorkspaceChoices, resolveOptions, type MetricOptions, type OptionsInput, type WorkspaceChoices } from '../../metrics/options.js'
import { readMeasureSettings } from '../../workspace/measure-settings.js'
import { defaultSettings } from '../../workspace/settings.js'
import type { Runtime } from '../runtime.js'
import { readOptions, type OptionsArgument } from './options-argument.js'
import { readWindow, type WindowArgument } from './window-argument.js'

type Known = WorkspaceChoices & { weekStart: WeekStart }

/** What a question does not say is the workspace's: the options over the profile, the profile, and the day on which weeks begin. */
export class OptionsInForce {
  private known: Known = { ...defaultWorkspaceChoices, weekStart: defaultSettings.weekStart }

  constructor(private readonly runtime: Pick<Runtime, 'control' | 'reportQuietly'>) {}

  /** As GraphQL brings them. */
  resolve(given: OptionsArgument | null | undefined): Promise<MetricOptions> {
    return this.resolveChoices(readOptions(given))
  }

  async resolveChoices(given: OptionsInput): Promise<MetricOptions> {
    return resolveOptions(given, await this.settings())
  }

  async resolveWithin(window: WindowArgument, given: OptionsInput): Promise<{ window: Window; options: MetricOptions }> {
    const settings = await this.settings()
    return { window: readWindow(window, settings.weekStart), options: resolveOptions(given, settings) }
  }

  private async settings(): Promise<Known> {
    // Without the control store the numbers are still there, under the choices last known.
    this.known = await readMeasureSettings(this.runtime.control).catch((error: unknown) => {
      this.runtime.reportQuietly(error)
      return this.known
    })
    return this.known
  }
}
