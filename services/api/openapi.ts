import { version } from './root.js'

const problem = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const away = { ...problem, headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } }
const json = (schema: object) => ({ 'application/json': { schema } })
const anything = { schema: {} }

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
    '/metrics': {
      get: {
        summary: "Windsock's own metrics for Prometheus.",
        security: [{ token: [] }],
        responses: { 200: { description: 'Text format 0.0.4.', content: { 'text/plain': anything } }, 401: problem, 403: problem },
      },
    },
  },
} as const
