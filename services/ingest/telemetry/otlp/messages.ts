import protobuf from 'protobufjs'
import type { Long } from '../long.js'
import { TelemetryMalformed } from '../point.js'

/**
 * The parts of an OTLP metrics request that are read, with the attributes of points as they are or as the bytes of each; field numbers of opentelemetry-proto 1.x
 * (`collector/metrics/v1/metrics_service.proto`, `metrics/v1/metrics.proto`, `common/v1/common.proto`). Others are skipped.
 */
const otlp = (pointAttributes: 'KeyValue' | 'bytes') => `syntax = "proto3";
message AnyValue {
  oneof value {
    string stringValue = 1;
    bool boolValue = 2;
    int64 intValue = 3;
    double doubleValue = 4;
    ArrayValue arrayValue = 5;
    KeyValueList kvlistValue = 6;
    bytes bytesValue = 7;
  }
}
message ArrayValue { repeated AnyValue values = 1; }
message KeyValueList { repeated KeyValue values = 1; }
message Scope { string name = 1; string version = 2; }
message KeyValue { string key = 1; AnyValue value = 2; }
message Resource { repeated KeyValue attributes = 1; }
message ExportMetricsServiceRequest { repeated ResourceMetrics resourceMetrics = 1; }
message ResourceMetrics { Resource resource = 1; repeated ScopeMetrics scopeMetrics = 2; }
message ScopeMetrics { Scope scope = 1; repeated Metric metrics = 2; }
message Metric {
  string name = 1;
  string unit = 3;
  oneof data { Gauge gauge = 5; Sum sum = 7; Histogram histogram = 9; ExponentialHistogram exponentialHistogram = 10; Summary summary = 11; }
}
message Gauge { repeated NumberDataPoint dataPoints = 1; }
message Sum { repeated NumberDataPoint dataPoints = 1; int32 aggregationTemporality = 2; bool isMonotonic = 3; }
message Histogram { repeated HistogramDataPoint dataPoints = 1; int32 aggregationTemporality = 2; }
message ExponentialHistogram { repeated ExponentialHistogramDataPoint dataPoints = 1; int32 aggregationTemporality = 2; }
message Summary { repeated SummaryDataPoint dataPoints = 1; }
message SummaryDataPoint { fixed64 timeUnixNano = 3; }
message NumberDataPoint {
  repeated ${pointAttributes} attributes = 7;
  fixed64 startTimeUnixNano = 2;
  fixed64 timeUnixNano = 3;
  oneof value { double asDouble = 4; sfixed64 asInt = 6; }
  uint32 flags = 8;
}
message HistogramDataPoint {
  repeated ${pointAttributes} attributes = 9;
  fixed64 startTimeUnixNano = 2;
  fixed64 timeUnixNano = 3;
  fixed64 count = 4;
  repeated fixed64 bucketCounts = 6;
  repeated double explicitBounds = 7;
  uint32 flags = 10;
}
message Buckets { sint32 offset = 1; repeated uint64 bucketCounts = 2; }
message ExponentialHistogramDataPoint {
  repeated ${pointAttributes} attributes = 1;
  fixed64 startTimeUnixNano = 2;
  fixed64 timeUnixNano = 3;
  fixed64 count = 4;
  sint32 scale = 6;
  fixed64 zeroCount = 7;
  Buckets positive = 8;
  Buckets negative = 9;
  uint32 flags = 10;
  double zeroThreshold = 14;
}
message ExportMetricsPartialSuccess { int64 rejectedDataPoints = 1; string errorMessage = 2; }
message ExportMetricsServiceResponse { ExportMetricsPartialSuccess partialSuccess = 1; }
`

const root = protobuf.parse(otlp('KeyValue')).root

export const Attribute = root.lookupType('KeyValue')
export const MetricsRequest = root.lookupType('ExportMetricsServiceRequest')
/** The same; the attributes of its points are not read yet. */
export const MetricsRequestUnread = protobuf.parse(otlp('bytes')).root.lookupType('ExportMetricsServiceRequest')
export const MetricsResponse = root.lookupType('ExportMetricsServiceResponse')

export type AnyValue = {
  stringValue?: string
  boolValue?: boolean
  intValue?: Long
  doubleValue?: number
  arrayValue?: { values: AnyValue[] } | null
  kvlistValue?: { values: KeyValue[] } | null
  bytesValue?: Uint8Array
}
export type KeyValue = { key: string; value?: AnyValue | null }
export type Scope = { name: string; version: string }

/** Bytes, where they were not read yet. */
export type PointAttributes = readonly KeyValue[] | readonly Uint8Array[]

type Timed = { attributes: PointAttributes; startTimeUnixNano: Long; timeUnixNano: Long; flags: number }
export type NumberPoint = Timed & { value?: 'asDouble' | 'asInt'; asDouble: number; asInt: Long }
export type HistogramPoint = Timed & { count: Long; bucketCounts: Long[]; explicitBounds: number[] }
type Buckets = { offset: number; bucketCounts: Long[] }
export type ExponentialPoint = Timed & {
  count: Long
  scale: number
  zeroCount: Long
  zeroThreshold: number
  positive?: Buckets | null
  negative?: Buckets | null
}

export type Metric = {
  name: string
  gauge?: { dataPoints: NumberPoint[] } | null
  sum?: { dataPoints: NumberPoint[]; aggregationTemporality: number; isMonotonic: boolean } | null
  histogram?: { dataPoints: HistogramPoint[]; aggregationTemporality: number } | null
  exponentialHistogram?: { dataPoints: ExponentialPoint[]; aggregationTemporality: number } | null
  summary?: { dataPoints: unknown[] } | null
}

export type Request = {
  resourceMetrics: { resource?: { attributes: KeyValue[] } | null; scopeMetrics: { scope?: Scope | null; metrics: Metric[] }[] }[]
}

export type Encoding = 'protobuf' | 'json'

export function malformed(encoding: Encoding, error: unknown): TelemetryMalformed {
  return new TelemetryMalformed(`The body is not an OTLP metrics request in ${encoding}: ${(error as Error).message}`)
}
