import type { ReactNode } from 'react'

export interface Column<Row> {
  name: string
  header: string
  numeric?: boolean
  cell: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  caption: string
  columns: ReadonlyArray<Column<Row>>
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
}

/** A table; below 640 pixels each row becomes a card whose cells carry their header. Roles are said again because a laid-out table loses them. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table role="table" className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.name} role="columnheader" scope="col" className={column.numeric ? 'text-right' : 'text-left'}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} role="row">
              {columns.map((column) => (
                <td key={column.name} role="cell" data-label={column.header} className={column.numeric ? 'tabular-nums sm:text-right' : ''}>
                  <span className="cell">{column.cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
