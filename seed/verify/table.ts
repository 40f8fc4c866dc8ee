export type CheckedRow = { what: string; expected: number | null; actual: number | null; ok: boolean }

/** Bounds are written with six decimals; everything else must agree to the rounding of a double. */
export function agrees(expected: number | null, actual: number | null, isBound: boolean): boolean {
  if (expected === null || actual === null) return expected === actual
  const tolerance = isBound ? 2e-6 : 1e-9
  return Math.abs(expected - actual) <= tolerance * Math.max(1, Math.abs(expected))
}

/** Rows with their expected and actual numbers under each other, and whether they agree. */
export function tableOf(rows: readonly CheckedRow[]): string {
  const cells = [['what', 'expected', 'actual', ''], ...rows.map((row) => [row.what, show(row.expected), show(row.actual), row.ok ? 'ok' : 'WRONG'])]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function show(value: number | null): string {
  if (value === null) return 'null'
  return Number.isInteger(value) ? String(value) : value.toFixed(6)
}
