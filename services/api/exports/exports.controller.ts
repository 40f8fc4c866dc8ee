import { Controller, Get, Inject, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { compareProfiles } from '../../metrics/compare-profiles.js'
import { evidenceQuery, type EvidenceRecord } from '../../metrics/evidence.js'
import { findMeasure } from '../../metrics/index.js'
import { runMetrics } from '../../metrics/run-metrics.js'
import { scopeConditions } from '../../metrics/scope.js'
import { checkWindow } from '../../metrics/calendar/calendar.js'
import { readAll } from '../../store/analytics/page.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import { OptionsInForce } from '../metrics/options-in-force.js'
import { OwnScopes } from '../metrics/own-scopes.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import type { CsvRow } from './csv.js'
import { exportQueryReader, groupOf, optionsOf, scopeOf, type ExportQuery } from './export-query.js'
import { FACT_EXPORTS, factExport, type FactExportName } from './fact-exports.js'
import { METRIC_COLUMNS, metricRows, profileRows } from './metric-rows.js'
import { send } from './send.js'

const SCOPE = ['teams', 'services', 'environments']
const FULL_SCOPE = [...SCOPE, 'regions', 'triggers']
const CHOICES = ['timeZone', 'weekStart', 'profile', 'option']
const readMetricsQuery = exportQueryReader({ required: ['keys', 'from', 'to'], optional: ['interval', 'groupBy', ...FULL_SCOPE, ...CHOICES] })
const readEvidenceQuery = exportQueryReader({ required: ['key', 'from', 'to'], optional: ['state', 'groupBy', 'group', ...FULL_SCOPE, ...CHOICES] })
const readProfilesQuery = exportQueryReader({ required: ['keys', 'from', 'to'], optional: ['profiles', ...FULL_SCOPE, 'timeZone', 'weekStart'] })
const readFactsQuery = exportQueryReader({ required: ['from', 'to'], optional: FULL_SCOPE })

type Given = Record<string, unknown>

const FACT_QUERIES: Record<FactExportName, (given: Given) => ExportQuery> = {
  deployments: readFactsQuery,
  incidents: exportQueryReader({ required: ['from', 'to'], optional: [...FULL_SCOPE, 'attributed'] }),
  changes: ofWindowOrReleases(FULL_SCOPE),
  // They have no region, and nothing that triggers them.
  approvals: ofWindowOrReleases(SCOPE),
}

/** A release has all of its facts, whenever they were. */
function ofWindowOrReleases(scope: string[]): (given: Given) => ExportQuery {
  const ofWindow = exportQueryReader({ required: ['from', 'to'], optional: scope })
  const ofReleases = exportQueryReader({ required: ['release'], optional: ['from', 'to', ...scope] })
  return (given) => (given.release === undefined ? ofWindow(given) : ofReleases(given))
}

/** CSV of any view, any evidence and the facts, streamed. */
@Controller('v1/export')
@Requires('read')
@ForTeams('limited')
export class ExportsController {
  private readonly options: OptionsInForce
  private readonly scopes: OwnScopes

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.options = new OptionsInForce(runtime)
    this.scopes = new OwnScopes(runtime)
  }

  @Get('metrics.csv')
  async metricsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readMetricsQuery(given)
    const request = {
      keys: query.keys ?? [],
      scope: await this.scopes.within(scopeOf(query)),
      interval: query.interval ?? null,
      groupBy: query.groupBy,
      ...(await this.options.resolveWithin(query, optionsOf(query))),
      compare: false,
    }
    const results = await runMetrics(this.runtime.analytics, request, this.runtime.now())
    await send(reply, 'metrics', query, METRIC_COLUMNS, asynchronous(metricRows(results, request.window)))
  }

  @Get('evidence.csv')
  async evidenceCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readEvidenceQuery(given)
    const measure = findMeasure(query.key ?? '')
    const { window, options } = await this.options.resolveWithin(query, optionsOf(query))
    checkWindow(window)
    const context = { scope: scopeConditions(await this.scopes.within(scopeOf(query))), from: window.from, to: window.to, options }
    const list = evidenceQuery({ measure, context, ...groupOf(query) }, query.state)
    const fields = measure.definition.evidenceColumns.map(({ name }) => name)
    const columns = ['kind', 'id', 'title', 'at', 'service', 'environment', 'state', 'value', 'releaseId', ...fields]
    await send(reply, `evidence-${query.key}`, query, [...new Set(columns)], evidenceRows(readAll(this.runtime.analytics, list)))
  }

  @Get('profiles.csv')
  async profilesCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readProfilesQuery(given)
    const { window } = await this.options.resolveWithin(query, {})
    const sides = await Promise.all(query.profiles.map(async (name) => ({ name, options: await this.options.resolveChoices({ profile: name }) })))
    const request = { keys: query.keys ?? [], scope: await this.scopes.within(scopeOf(query)), window, sides }
    const comparisons = await compareProfiles(this.runtime.analytics, request, this.runtime.now())
    await send(reply, 'profiles', query, METRIC_COLUMNS, asynchronous(profileRows(comparisons, window)))
  }

  @Get('deployments.csv')
  deploymentsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    return this.facts('deployments', given, reply)
  }

  @Get('incidents.csv')
  incidentsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    return this.facts('incidents', given, reply)
  }

  @Get('changes.csv')
  changesCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    return this.facts('changes', given, reply)
  }

  @Get('approvals.csv')
  approvalsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    return this.facts('approvals', given, reply)
  }

  private async facts(name: FactExportName, given: Given, reply: FastifyReply): Promise<void> {
    const query = await underKeptNames(this.runtime.analytics, FACT_QUERIES[name](given))
    return send(reply, name, query, FACT_EXPORTS[name].columns, readAll(this.runtime.analytics, factExport(name, query)))
  }
}

async function* evidenceRows(records: AsyncIterable<EvidenceRecord>): AsyncGenerator<CsvRow> {
  for await (const { fields, ...record } of records) yield { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...record }
}

async function* asynchronous(rows: Iterable<CsvRow>): AsyncGenerator<CsvRow> {
  yield* rows
}
