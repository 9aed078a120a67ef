// Rows and columns; on a phone each row is a block of its own, with the headings as labels. The roles are said aloud,
// because a table laid out as blocks is none for some screen readers.

import type { ComponentChildren } from "preact";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand right, one under the other. */
  number?: boolean;
  /** What the row is about: its first column, if none says so. */
  main?: boolean;
}

interface Props<Row> {
  /** What the table holds; read aloud, and seen if `showCaption`. */
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  showCaption?: boolean;
  /** An id for each row, so that one that changes is not another one. */
  rowKey?: (row: Row, at: number) => string | number;
}

export function Table<Row>({ caption, columns, rows, showCaption, rowKey }: Props<Row>) {
  const mainAt = Math.max(
    0,
    columns.findIndex((column) => column.main),
  );
  return (
    <table class="table" role="table">
      <caption class={showCaption ? "" : "unseen"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" scope="col" class={column.number ? "number" : ""}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, at) => (
          <tr key={rowKey ? rowKey(row, at) : at} role="row">
            {columns.map((column, where) =>
              where === mainAt ? (
                <th key={column.head} role="rowheader" scope="row" class={column.number ? "number" : ""}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.head} role="cell" data-label={column.head} class={column.number ? "number" : ""}>
                  <span>{column.cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
