import snappy from 'snappyjs'

/** Protobuf by hand: field number, wire type, bytes. */
export function field(number: number, wire: number, ...bytes: number[]): number[] {
  return [...varint(BigInt((number << 3) | wire)), ...bytes]
}

export function varint(value: bigint): number[] {
  let rest = BigInt.asUintN(64, value)
  const bytes: number[] = []
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return [...bytes, Number(rest)]
}

/** A signed integer whose sign is its last bit, as `sint32` and `sint64` are sent. */
export function zigzag(value: number): number[] {
  return varint(value < 0 ? BigInt(-value) * 2n - 1n : BigInt(value) * 2n)
}

export function message(number: number, bytes: number[]): number[] {
  return field(number, 2, ...varint(BigInt(bytes.length)), ...bytes)
}

export function text(number: number, value: string): number[] {
  return message(number, [...Buffer.from(value)])
}

/** Eight bytes, the lowest first. */
export function fixed64(number: number, value: bigint): number[] {
  const buffer = Buffer.alloc(8)
  buffer.writeBigUInt64LE(value)
  return field(number, 1, ...buffer)
}

export function double(number: number, value: number): number[] {
  return fixed64(number, bitsOf(value))
}

export function bitsOf(value: number): bigint {
  const buffer = Buffer.alloc(8)
  buffer.writeDoubleBE(value)
  return buffer.readBigUInt64BE()
}

/** The NaN by which Prometheus says that a series ends. */
export const STALE = 0x7ff0000000000002n

/** A series of remote write with its labels; the rest are samples or histograms, as encoded. */
export function series(labels: Readonly<Record<string, string>>, ...rest: number[][]): number[] {
  const named = Object.entries(labels).map(([name, value]) => message(1, [...text(1, name), ...text(2, value)]))
  return message(1, [...named.flat(), ...rest.flat()])
}

export function sample(bits: bigint, at: Date): number[] {
  return message(2, [...fixed64(1, bits), ...field(2, 0, ...varint(BigInt(at.getTime())))])
}

/** A remote write request as it is sent. */
export function remoteWrite(...all: number[][]): Buffer {
  return Buffer.from(snappy.compress(Buffer.from(all.flat())))
}
