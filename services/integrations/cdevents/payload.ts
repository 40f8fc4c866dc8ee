/** A CDEvent of specification 0.3, 0.4 or 0.5, as far as anything is made of it. */
export interface Cdevent {
  context: { id: string; source: string; type: string; timestamp: string }
  subject: { id: string; content: Readonly<Record<string, unknown>> }
  customData: unknown
}

export interface CdeventType {
  subject: string
  predicate: string
}

export type CdeventResult = { ok: true; event: Cdevent } | { ok: false; errors: { path: string; message: string }[] }

type Fields = Readonly<Record<string, unknown>>

const TYPE = /^dev\.cdevents\.([a-z]+)\.([a-z]+)(?:\.\d+\.\d+\.\d+[0-9A-Za-z.-]*)?$/

/** Whether a decoded item is meant as a CDEvent, well formed or not. */
export function isCdevent(item: unknown): boolean {
  const type = fieldsOf(fieldsOf(item).context).type
  return typeof type === 'string' && type.startsWith('dev.cdevents')
}

/** Checks what every CDEvent must have; what its content must have depends on its type. */
export function parseCdevent(item: unknown): CdeventResult {
  const { context, subject, customData } = fieldsOf(item)
  const { id, source, type, timestamp } = fieldsOf(context)
  const { id: subjectId, content } = fieldsOf(subject)
  const required = { 'context.id': id, 'context.source': source, 'context.type': type, 'context.timestamp': timestamp, 'subject.id': subjectId }
  const errors = Object.entries(required)
    .filter(([, value]) => typeof value !== 'string' || value.trim() === '')
    .map(([path, value]) => ({ path, message: `${path} ${value === undefined ? 'is missing' : 'must be text'}` }))
  if (errors.length > 0) return { ok: false, errors }
  const checked = { id, source, type, timestamp, subjectId } as Record<'id' | 'source' | 'type' | 'timestamp' | 'subjectId', string>
  return {
    ok: true,
    event: {
      context: { id: checked.id, source: checked.source, type: checked.type, timestamp: checked.timestamp },
      subject: { id: checked.subjectId, content: fieldsOf(content) },
      customData,
    },
  }
}

/** Subject and predicate of a type such as dev.cdevents.service.deployed.0.2.0; custom types have neither. */
export function readType(type: string): CdeventType | undefined {
  const [, subject, predicate] = TYPE.exec(type) ?? []
  return subject && predicate ? { subject, predicate } : undefined
}

/** The members of an object, or none where there is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
