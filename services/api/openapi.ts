import {
  ALERT_PARAMETERS,
  CONTRADICTION_PARAMETERS,
  EXPORT_PARAMETERS,
  REPEATED,
  type ExportParameter,
  type OwnParameters,
} from './exports/export-query.js'
import { version } from './root.js'

const problem = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const away = { ...problem, headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } }
const json = (schema: object) => ({ 'application/json': { schema } })
const anything = { schema: {} }

const SCOPE = ['teams', 'services', 'environments', 'regions', 'triggers'] as const
const MEASURED = [...SCOPE, 'timeZone', 'weekStart', 'profile', 'option'] as const

function exportPath(summary: string, required: readonly ExportParameter[], optional: readonly ExportParameter[], own: OwnParameters = {}) {
  const parameter = (name: ExportParameter, isRequired: boolean) => {
    const schema = own[name] ?? EXPORT_PARAMETERS[name]
    const list = 'items' in schema ? { style: 'form', explode: REPEATED.has(name) } : {}
    return { name, in: 'query', required: isRequired, ...list, schema }
  }
  return {
    get: {
      summary,
      security: [{ token: [] }],
      parameters: [...required.map((name) => parameter(name, true)), ...optional.map((name) => parameter(name, false))],
      responses: {
        200: { description: 'CSV (RFC 4180) with a header line, UTF-8.', content: { 'text/csv': anything } },
        400: problem,
        401: problem,
        403: problem,
        503: away,
      },
    },
  }
}

/** The REST side. Everything else is GraphQL, which describes itself. */
export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Windsock', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'message'],
              properties: { path: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
      EventsReceipt: {
        type: 'object',
        required: ['accepted', 'duplicates', 'rejected'],
        properties: {
          accepted: { type: 'integer' },
          duplicates: { type: 'integer', description: 'Events that were known with the same content.' },
          rejected: {
            type: 'array',
            items: {
              type: 'object',
              required: ['index', 'error'],
              properties: { index: { type: 'integer' }, error: { type: 'string' } },
            },
          },
        },
      },
      AttestationsReceipt: {
        allOf: [{ $ref: '#/components/schemas/EventsReceipt' }],
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['index', 'digest', 'kind', 'status', 'reason', 'matched'],
              properties: {
                index: { type: 'integer' },
                digest: { type: 'string' },
                kind: { enum: ['provenance', 'signature', 'sbom', 'tests', 'scan'] },
                status: { enum: ['present', 'verified', 'invalid'] },
                reason: { type: 'string' },
                matched: { type: 'boolean', description: 'Whether the digest is that of a known artifact.' },
              },
            },
          },
        },
      },
      HookReceipt: {
        type: 'object',
        required: ['accepted', 'duplicate', 'delivery'],
        properties: { accepted: { type: 'boolean' }, duplicate: { type: 'boolean' }, delivery: { type: ['string', 'null'] } },
      },
    },
  },
  paths: {
    '/v1/otlp/v1/metrics': {
      post: {
        summary: 'Take in metrics by OTLP/HTTP, plain or in gzip. The answer counts the points that were refused; the others are stored.',
        security: [{ token: [] }],
        requestBody: { required: true, content: { 'application/x-protobuf': anything, 'application/json': anything } },
        responses: {
          200: {
            description: 'Stored; partialSuccess says what was not.',
            content: { 'application/x-protobuf': anything, 'application/json': anything },
          },
          400: problem,
          401: problem,
          403: problem,
          413: problem,
          415: problem,
          503: away,
        },
      },
    },
    '/v1/otlp/v1/traces': {
      post: {
        summary: 'Traces are not taken yet.',
        security: [{ token: [] }],
        requestBody: { required: true, content: { 'application/x-protobuf': anything, 'application/json': anything } },
        responses: { 401: problem, 403: problem, 501: problem },
      },
    },
    '/v1/prometheus/write': {
      post: {
        summary: 'Take in samples by Prometheus remote write 1.0; 2.0 is refused with 415.',
        security: [{ token: [] }],
        requestBody: { required: true, content: { 'application/x-protobuf': anything } },
        responses: {
          204: { description: 'Stored.' },
          400: problem,
          401: problem,
          403: problem,
          413: problem,
          415: problem,
          503: away,
        },
      },
    },
    '/v1/events': {
      post: {
        summary: 'Take in events: one, a list, NDJSON, CloudEvents in JSON or binary mode, CDEvents.',
        security: [{ token: [] }],
        requestBody: {
          required: true,
          content: {
            'application/json': anything,
            'application/x-ndjson': anything,
            'application/cloudevents+json': anything,
            'application/cloudevents-batch+json': anything,
          },
        },
        responses: {
          202: { description: 'At least one event is good and durable.', content: json({ $ref: '#/components/schemas/EventsReceipt' }) },
          400: problem,
          401: problem,
          403: problem,
          413: problem,
          415: problem,
          503: away,
        },
      },
    },
    '/v1/attestations': {
      post: {
        summary: 'Take in and verify in-toto statements, DSSE envelopes, Sigstore bundles and SBOM documents: one, a list, or one a line.',
        security: [{ token: [] }],
        parameters: [
          {
            name: 'digest',
            in: 'query',
            schema: { type: 'string' },
            description: 'The artifact, such as sha256:…, where the document does not say it.',
          },
        ],
        requestBody: { required: true, content: { 'application/json': anything, 'application/x-ndjson': anything } },
        responses: {
          202: { description: 'At least one document is good and durable.', content: json({ $ref: '#/components/schemas/AttestationsReceipt' }) },
          400: problem,
          401: problem,
          403: problem,
          413: problem,
          415: problem,
          503: away,
        },
      },
    },
    '/v1/hooks/{integration}/{source}': {
      post: {
        summary: "Take in a provider's webhook, proven by its signature.",
        parameters: ['integration', 'source'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        requestBody: { required: true, content: { 'application/json': anything } },
        responses: {
          202: { description: 'Durable.', content: json({ $ref: '#/components/schemas/HookReceipt' }) },
          400: problem,
          401: problem,
          404: problem,
          413: problem,
          503: away,
        },
      },
    },
    '/v1/live': {
      get: {
        summary: 'Server-sent events: `changed` whenever something shown has changed.',
        security: [{ token: [] }],
        responses: { 200: { description: 'A stream.', content: { 'text/event-stream': anything } }, 401: problem, 403: problem },
      },
    },
    '/v1/shared': {
      get: {
        summary: 'The measures of one saved view. The token is that of a share link; it opens nothing else.',
        security: [{ token: [] }],
        responses: {
          200: { description: 'The view, and its measures as they are now.', content: json({ type: 'object' }) },
          404: problem,
          410: problem,
          429: problem,
          503: away,
        },
      },
    },
    '/v1/openapi.json': {
      get: { summary: 'This description.', responses: { 200: { description: 'OpenAPI 3.1.', content: json({ type: 'object' }) } } },
    },
    '/healthz': { get: { summary: 'Whether the process lives.', responses: { 200: { description: 'It does.' } } } },
    '/readyz': {
      get: {
        summary: 'Whether it can work, and what is missing.',
        responses: { 200: { description: 'It can.' }, 503: { description: 'It cannot; `missing` says why.' } },
      },
    },
    '/v1/export/metrics.csv': exportPath(
      'Measures as CSV: the total of each group, and its buckets.',
      ['keys', 'from', 'to'],
      ['interval', 'groupBy', ...MEASURED],
    ),
    '/v1/export/evidence.csv': exportPath(
      'Every record behind a measure, counted or left out.',
      ['key', 'from', 'to'],
      ['state', 'groupBy', 'group', ...MEASURED],
    ),
    '/v1/export/profiles.csv': exportPath('Measures under each profile.', ['keys', 'from', 'to'], ['profiles', ...SCOPE, 'timeZone', 'weekStart']),
    '/v1/export/releases.csv': exportPath('The releases of a window, newest first.', ['from', 'to'], [...SCOPE, 'search', 'failed']),
    '/v1/export/services.csv': exportPath('The services, the latest heard of first.', [], ['teams', 'search']),
    '/v1/export/findings.csv': exportPath('What goes wrong, newest first.', ['from', 'to'], ['teams', 'services', 'kinds']),
    '/v1/export/contradictions.csv': exportPath(
      'What senders say differently of one deployment or incident, newest first.',
      ['from', 'to'],
      ['services', 'kinds'],
      CONTRADICTION_PARAMETERS,
    ),
    '/v1/export/alerts.csv': exportPath('Alerts, newest first.', [], ['services', 'rules', 'states'], ALERT_PARAMETERS),
    '/v1/export/objectives.csv': exportPath('Objectives as they stand now, by service.', [], ['services']),
    '/v1/export/deliveries.csv': exportPath('What came in, newest first, without its bodies.', [], ['integrations', 'sources', 'states']),
    '/v1/export/audit.csv': exportPath('The audit log, newest first. Needs the scope admin.', [], []),
    '/v1/export/deployments.csv': exportPath('The deployments of a window, newest first.', ['from', 'to'], SCOPE),
    '/v1/export/incidents.csv': exportPath('The incidents of a window, newest first.', ['from', 'to'], [...SCOPE, 'attributed']),
    '/v1/export/changes.csv': exportPath('The changes of a window or of releases, newest first.', [], ['from', 'to', 'release', ...SCOPE]),
    '/v1/export/approvals.csv': exportPath(
      'The approvals of a window or of releases, newest first.',
      [],
      ['from', 'to', 'release', 'teams', 'services', 'environments'],
    ),
    '/v1/badges/{service}/{metric}.svg': {
      get: {
        summary: 'One measure of one service as a badge. Without a token only where the workspace makes badges public.',
        security: [{ token: [] }, {}],
        parameters: [
          { name: 'service', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'metric', in: 'path', required: true, schema: EXPORT_PARAMETERS.key },
          { name: 'days', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 366, default: 30 } },
          { name: 'profile', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'SVG.', content: { 'image/svg+xml': anything } },
          400: problem,
          401: { description: 'A badge that says not public.' },
          404: { description: 'A badge that says unknown.' },
        },
      },
    },
    '/metrics/measures': {
      get: {
        summary: 'The measures of each service as gauges for Prometheus, computed at most once a minute.',
        security: [{ token: [] }],
        responses: { 200: { description: 'Text format 0.0.4.', content: { 'text/plain': anything } }, 401: problem, 403: problem },
      },
    },
    '/metrics': {
      get: {
        summary: "Windsock's own metrics for Prometheus.",
        security: [{ token: [] }],
        responses: { 200: { description: 'Text format 0.0.4.', content: { 'text/plain': anything } }, 401: problem, 403: problem },
      },
    },
  },
} as const
