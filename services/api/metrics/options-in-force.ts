import { defaultWorkspaceChoices, resolveOptions, type MetricOptions, type OptionsInput, type WorkspaceChoices } from '../../metrics/options.js'
import { readMeasureSettings } from '../../workspace/measure-settings.js'
import type { Runtime } from '../runtime.js'
import { readOptions, type OptionsArgument } from './options-argument.js'

/** The options of a question: those given, over a profile, over the choices of the workspace. */
export class OptionsInForce {
  private choices: WorkspaceChoices = defaultWorkspaceChoices

  constructor(private readonly runtime: Pick<Runtime, 'control' | 'reportQuietly'>) {}

  /** As GraphQL brings them. */
  resolve(given: OptionsArgument | null | undefined): Promise<MetricOptions> {
    return this.resolveChoices(readOptions(given))
  }

  async resolveChoices(given: OptionsInput): Promise<MetricOptions> {
    // Without the control store the numbers are still there, under the choices last known.
    this.choices = await readMeasureSettings(this.runtime.control).catch((error: unknown) => {
      this.runtime.reportQuietly(error)
      return this.choices
    })
    return resolveOptions(given, this.choices)
  }
}
