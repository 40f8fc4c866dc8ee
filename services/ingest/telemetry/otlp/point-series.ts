import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { seriesOf, seriesRemembered, type TelemetryPoint } from '../point.js'
import { pointLabels } from './attributes.js'
import { Attribute, malformed, type KeyValue, type PointAttributes } from './messages.js'

/** What is said of all points of a resource, and of a scope in it; `length` in characters. */
export type Sender = { common: Readonly<Record<string, string>>; scope: Readonly<Record<string, string>>; digest: string; length: number }

export function senderOf(common: Sender['common'], scope: Sender['scope']): Sender {
  const said = JSON.stringify([common, scope])
  return { common, scope, digest: createHash('sha1').update(said).digest('base64'), length: said.length }
}

type Named = Pick<TelemetryPoint, 'labels' | 'series'>

const named = new LRUCache<string, Named>(seriesRemembered)

/** The labels of a point and its series. The next points of a series have the same attributes, byte for byte, which are then not read again. */
export function namedBy(sender: Sender, metric: string, attributes: PointAttributes): Named {
  if (!isUnread(attributes)) return read(sender, metric, attributes)
  const said = saidBy(sender, metric, attributes)
  const before = named.get(said)
  if (before) return before
  const series = read(sender, metric, attributes.map(attributeIn))
  named.set(said, series)
  return series
}

function isUnread(attributes: PointAttributes): attributes is readonly Uint8Array[] {
  return attributes[0] instanceof Uint8Array
}

function read({ common, scope }: Sender, metric: string, attributes: readonly KeyValue[]): Named {
  const labels = pointLabels(common, attributes, scope)
  return { labels, series: seriesOf(metric, labels) }
}

/** By lengths, so that nothing can pass for another. */
function saidBy(sender: Sender, metric: string, attributes: readonly Uint8Array[]): string {
  let said = `${sender.digest} ${metric.length} ${metric}`
  for (const bytes of attributes) said += `${bytes.length} ${(bytes as Buffer).toString('latin1')}`
  return said
}

function attributeIn(bytes: Uint8Array): KeyValue {
  try {
    return Attribute.decode(bytes) as unknown as KeyValue
  } catch (error) {
    throw malformed('protobuf', error)
  }
}
