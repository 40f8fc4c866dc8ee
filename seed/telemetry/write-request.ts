import protobuf from 'protobufjs'
import snappy from 'snappyjs'

const WriteRequest = protobuf
  .parse(
    `syntax = "proto3";
message WriteRequest { repeated TimeSeries timeseries = 1; }
message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; }
message Label { string name = 1; string value = 2; }
message Sample { double value = 1; int64 timestamp = 2; }`,
  )
  .root.lookupType('WriteRequest')

export type WrittenSample = { metric: string; labels: Readonly<Record<string, string>>; value: number; at: number }

/** A remote write request in which each sample has a series of its own. Times are epoch milliseconds. */
export function writeRequestBody(samples: readonly WrittenSample[]): Buffer {
  const timeseries = samples.map(({ metric, labels, value, at }) => ({
    labels: Object.entries({ __name__: metric, ...labels }).map(([label, text]) => ({ name: label, value: text })),
    samples: [{ value, timestamp: at }],
  }))
  return Buffer.from(snappy.compress(WriteRequest.encode(WriteRequest.fromObject({ timeseries })).finish()))
}
