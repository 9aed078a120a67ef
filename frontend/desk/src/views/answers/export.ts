// Makes a file of the rows the API hands out. Cells a spreadsheet would calculate come guarded from there; here every
// cell is quoted, so that none is cut by whatever a spreadsheet takes for a separator.

import Papa from "papaparse";
import { api, told } from "../../api";
import type { components } from "../../api.gen";
import { save } from "../../save";
import type { Filters } from "./filters";

type Row = components["schemas"]["ExportPart"]["items"][number];
export type Format = "csv" | "jsonl";

/** What has come by now, the newest first, and where to go on: a lost connection costs none of it. */
export interface Come {
  rows: Row[];
  columns: string[];
  after: string;
  until: string;
  whole: boolean;
}

export const nothing = (): Come => ({ rows: [], columns: [], after: "", until: "", whole: false });

/** Fetches what is missing into `come`; `progress` hears after each part. */
export async function fetchRest(
  come: Come,
  filters: Filters,
  format: Format,
  signal: AbortSignal,
  progress: () => void,
): Promise<void> {
  while (!come.whole) {
    const body = { filters, format, after: come.after } as components["schemas"]["ExportAsked"];
    const part = await told(api.POST("/api/staff/answers/export", { body, signal }));
    signal.throwIfAborted();
    come.rows.push(...part.items);
    come.columns = part.columns;
    come.after = part.next;
    come.until = part.looked_until;
    come.whole = !part.next;
    progress();
  }
}

const AT_ONCE = 1_000; // rows: the page stays quick between them, and no text is as long as the whole file

/** Writes the file, the oldest first, as the command does. */
export async function keep({ rows, columns }: Come, format: Format, signal: AbortSignal): Promise<void> {
  const fields = format === "csv" ? fieldsOf(columns, rows) : [];
  const pieces = format === "csv" ? ["\uFEFF", csvOf([fields])] : [];
  for (let end = rows.length; end > 0; end -= AT_ONCE) {
    const some = rows.slice(Math.max(0, end - AT_ONCE), end).reverse();
    pieces.push(
      format === "csv"
        ? csvOf(some.map((row) => fields.map((name) => row[name] ?? "")))
        : some.map((row) => `${JSON.stringify(row)}\n`).join(""),
    );
    await new Promise((next) => setTimeout(next));
    signal.throwIfAborted();
  }
  const type = format === "csv" ? "text/csv" : "application/x-ndjson";
  save(`sayso-answers-${new Date().toISOString().slice(0, 10)}.${format}`, pieces, type);
}

/** The columns every file has, and what else these rows have. */
function fieldsOf(columns: string[], rows: Row[]): string[] {
  const others = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) others.add(name);
  for (const name of columns) others.delete(name);
  return [...columns, ...[...others].sort()];
}

function csvOf(rows: unknown[][]): string {
  return `${Papa.unparse(rows, { quotes: true, newline: "\r\n" })}\r\n`;
}
