/** The settings are said as whole lists: this one with a row in place of the one it was, or after the others if it is new. */
export function withRow<Row>(rows: readonly Row[], idOf: (row: Row) => string, was: string, row: Row): Row[] {
  const place = rows.findIndex((each) => idOf(each) === was)
  return place < 0 ? [...rows, row] : rows.map((each, index) => (index === place ? row : each))
}

export function without<Row>(rows: readonly Row[], idOf: (row: Row) => string, id: string): Row[] {
  return rows.filter((row) => idOf(row) !== id)
}
