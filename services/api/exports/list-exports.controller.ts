import { Controller, Get, Inject, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import type { FindingKind } from '../../findings/finding.js'
import { readAll, type PageQuery } from '../../store/analytics/page.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import { alertKey, readAlerts } from '../alerts/list-alerts.js'
import { contradictedQuery, type ContradictedKind } from '../corrections/contradicted-list.js'
import { deliveryIdOf, deliveryKey, listDeliveries } from '../deliveries/delivery-list.js'
import { askFindings } from '../findings/ask-findings.js'
import { releasesQuery, servicesQuery } from '../releases/lists.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { judgeNow } from '../slos/judge.js'
import type { CsvRow } from './csv.js'
import { ALERT_PARAMETERS, CONTRADICTION_PARAMETERS, exportQueryReader, isTrue } from './export-query.js'
import { cellOf } from './fact-exports.js'
import { OBJECTIVE_COLUMNS, objectiveRows } from './objective-rows.js'
import { send } from './send.js'

const SCOPE = ['teams', 'services', 'environments', 'regions', 'triggers']
const readReleasesQuery = exportQueryReader({ required: ['from', 'to'], optional: [...SCOPE, 'search', 'failed'] })
const readServicesQuery = exportQueryReader({ required: [], optional: ['teams', 'search'] })
const readFindingsQuery = exportQueryReader({ required: ['from', 'to'], optional: ['teams', 'services', 'kinds'] })
const readContradictionsQuery = exportQueryReader({ required: ['from', 'to'], optional: ['services', 'kinds'], own: CONTRADICTION_PARAMETERS })
const readAlertsQuery = exportQueryReader({ required: [], optional: ['services', 'rules', 'states'], own: ALERT_PARAMETERS })
const readObjectivesQuery = exportQueryReader({ required: [], optional: ['services'] })
const readDeliveriesQuery = exportQueryReader({ required: [], optional: ['integrations', 'sources', 'states'] })
const readNothing = exportQueryReader({ required: [], optional: [] })

const RELEASE = 'id service version firstDeployedAt latestDeployedAt environments status failed'.split(' ')
const SERVICE = 'id title team tier repository owner runbookUrl declared environments aliases dependsOn slis'.split(' ')
const FINDING = 'id code kind title detail nextStep since service environment release deployment evidence'.split(' ')
const CONTRADICTION = 'kind fact service environment releaseId at field kept dropped source'.split(' ')
const ALERT =
  'id state severity rule title summary service environment team owner slo release version commit source url runbookUrl pendingSince firedAt acknowledgedAt acknowledgedBy resolvedAt'.split(
    ' ',
  )
const DELIVERY = 'id integration source deliveryId receivedAt processedAt state attempts size outcome events error'.split(' ')
const ENTRY = 'sequence at actor action subject details hash'.split(' ')
const AT_ONCE = 500

type Given = Record<string, unknown>

/** CSV of the lists of the dashboard, streamed, by what they are filtered by there. */
@Controller('v1/export')
@Requires('read')
export class ListExportsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('releases.csv')
  @ForTeams('limited')
  async releasesCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = await underKeptNames(this.runtime.analytics, readReleasesQuery(given))
    await send(reply, 'releases', query, RELEASE, this.listed(releasesQuery({ ...query, failed: isTrue(query.failed) }), RELEASE))
  }

  @Get('services.csv')
  @ForTeams('limited')
  servicesCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readServicesQuery(given)
    return send(reply, 'services', query, SERVICE, this.listed(servicesQuery(query), SERVICE))
  }

  @Get('findings.csv')
  @ForTeams('limited')
  async findingsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readFindingsQuery(given)
    const found = await askFindings(this.runtime, { scope: query, window: query, kinds: query.kinds as FindingKind[] | undefined })
    const evidenceOf = (parts: (typeof found)[number]['evidence']) => parts.map(({ label, value }) => `${label}: ${value}`).join('; ')
    await send(
      reply,
      'findings',
      query,
      FINDING,
      rowsOf(found, FINDING, ({ evidence }) => ({ evidence: evidenceOf(evidence) })),
    )
  }

  @Get('contradictions.csv')
  @ForTeams('limited')
  async contradictionsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = await underKeptNames(this.runtime.analytics, readContradictionsQuery(given))
    const kinds = query.kinds?.map((kind) => kind.toUpperCase() as ContradictedKind)
    await send(reply, 'contradictions', query, CONTRADICTION, this.listed(contradictedQuery({ ...query, kinds }), CONTRADICTION))
  }

  @Get('alerts.csv')
  @ForTeams('limited')
  alertsCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readAlertsQuery(given)
    const pages = inPages(async (after) => (await readAlerts(this.runtime, query, { limit: AT_ONCE, after })).nodes, alertKey)
    return send(reply, 'alerts', query, ALERT, rowsOf(pages, ALERT))
  }

  @Get('objectives.csv')
  @ForTeams('limited')
  objectivesCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readObjectivesQuery(given)
    return send(reply, 'objectives', query, OBJECTIVE_COLUMNS, rowsOf(this.standings(query.services), OBJECTIVE_COLUMNS))
  }

  @Get('deliveries.csv')
  async deliveriesCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const query = readDeliveriesQuery(given)
    const { dataSource } = this.runtime.control
    const pages = inPages((after) => listDeliveries(dataSource, query, { limit: AT_ONCE, after }), deliveryKey)
    await send(
      reply,
      'deliveries',
      query,
      DELIVERY,
      rowsOf(pages, DELIVERY, (delivery) => ({
        id: deliveryIdOf(delivery),
        outcome: delivery.outcome?.sentence ?? null,
        events: delivery.outcome?.events.length ?? 0,
      })),
    )
  }

  @Get('audit.csv')
  @Requires('admin')
  async auditCsv(@Query() given: Given, @Res() reply: FastifyReply): Promise<void> {
    const { audit } = this.runtime
    const pages = inPages(
      (after) => audit.list({ limit: AT_ONCE + 1, before: after === null ? undefined : Number(after[0]) }),
      ({ seq }) => [seq],
    )
    await send(
      reply,
      'audit',
      readNothing(given),
      ENTRY,
      rowsOf(pages, ENTRY, ({ seq, hash }) => ({ sequence: Number(seq), hash: hash.toString('hex') })),
    )
  }

  private async *standings(services: string[] | undefined): AsyncGenerator<object> {
    const judge = await judgeNow(this.runtime)
    for (const slo of await this.runtime.slos.list(services)) yield* objectiveRows((await judge(slo)).status)
  }

  private listed<Row extends object, Node extends object>(query: PageQuery<Row, Node>, columns: readonly string[]): AsyncGenerator<CsvRow> {
    return rowsOf(readAll(this.runtime.analytics, query), columns)
  }
}

/** Every item of a list that is read by pages, each with one item more if there is another page. */
async function* inPages<Item>(
  read: (after: readonly unknown[] | null) => Promise<Item[]>,
  keyOf: (item: Item) => readonly unknown[],
): AsyncGenerator<Item> {
  for (let after: readonly unknown[] | null = null; ;) {
    const found: Item[] = await read(after)
    const page = found.slice(0, AT_ONCE)
    yield* page
    const last = page.at(-1)
    if (found.length <= AT_ONCE || last === undefined) return
    after = keyOf(last)
  }
}

async function* rowsOf<Item extends object>(
  items: AsyncIterable<Item> | Iterable<Item>,
  columns: readonly string[],
  more: (item: Item) => CsvRow = () => ({}),
): AsyncGenerator<CsvRow> {
  for await (const item of items) {
    const cells: Record<string, unknown> = { ...item, ...more(item) }
    yield Object.fromEntries(columns.map((column) => [column, cellOf(cells[column])]))
  }
}
