export interface Sparkline {
  /** One SVG path per unbroken stretch. */
  paths: string[]
  /** Values with a gap on both sides. */
  dots: Array<{ x: number; y: number }>
  last: { x: number; y: number } | null
}

/** Lines over the values in order; a null leaves a gap. Sizes in pixels. */
export function prepareSparkline(values: ReadonlyArray<number | null>, width: number, height: number, inset = 3): Sparkline {
  const known = values.filter((value): value is number => value !== null)
  const top = Math.max(...known, 0)
  const place = (value: number, index: number) => ({
    x: round(values.length < 2 ? width / 2 : inset + (index / (values.length - 1)) * (width - 2 * inset)),
    y: round(height - inset - (top === 0 ? 0 : value / top) * (height - 2 * inset)),
  })
  const stretches = unbroken(values).map((stretch) => stretch.map(({ value, index }) => place(value, index)))
  return {
    paths: stretches.filter(({ length }) => length > 1).map(toPath),
    dots: stretches.filter(({ length }) => length === 1).flat(),
    last: stretches.at(-1)?.at(-1) ?? null,
  }
}

function unbroken(values: ReadonlyArray<number | null>): Array<Array<{ value: number; index: number }>> {
  const stretches: Array<Array<{ value: number; index: number }>> = []
  values.forEach((value, index) => {
    if (value === null) return
    const continues = index > 0 && values[index - 1] !== null
    if (continues) stretches.at(-1)?.push({ value, index })
    else stretches.push([{ value, index }])
  })
  return stretches
}

function toPath(points: ReadonlyArray<{ x: number; y: number }>): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
