// Reads a contact list as `sayso import contacts` does, and writes what was rejected as it does.

import Papa from "papaparse";

/** The columns a list may have, beside segments; the first three it must have. */
export const COLUMNS = [
  "contact_id",
  "email",
  "account",
  "name",
  "role",
  "owner_email",
  "account_since",
  "contact_since",
  "locale",
  "timezone",
  "phone",
  "renewal_date",
  "do_not_ask",
];
export const REQUIRED = COLUMNS.slice(0, 3);
export const SURPLUS = "(surplus)";
const REJECTED_AS = "(rejected as)";
const REJECTED = ["line", "field", "reason"];
const DELIMITERS = [",", ";", "\t"];
const SEGMENT = "segment:";

/** A row: its line in the file, a cell for every column, what was left over, and why it was rejected before. */
export interface Row {
  line: number;
  cells: string[];
  surplus: string;
  rejectedAs: string;
}

export interface List {
  name: string;
  header: string[];
  rows: Row[];
  delimiter: string;
  /** Neither UTF-8 nor UTF-16: read as Windows-1252, and umlauts may be wrong. */
  isGuessed: boolean;
}

export type Unreadable = { problem: "empty" | "quote" | "column"; about: string };

export const isKnown = (name: string): boolean => COLUMNS.includes(name) || name.startsWith(SEGMENT);

/** The list in a file, or what is wrong with it as a whole. */
export function readList(name: string, content: ArrayBuffer): List | Unreadable {
  const { text, isGuessed } = decoded(content);
  // Every kind of line break ends a line, so that lines are counted as an editor counts them.
  const lines = text.replace(/\r\n?/g, "\n");
  const delimiter = DELIMITERS.reduce((best, one) => (columnsBy(one, lines) > columnsBy(best, lines) ? one : best));
  const found = rowsOf(lines, delimiter);
  if ("problem" in found) return found;
  const [first, ...rest] = found.rows;
  if (!first) return { problem: "empty", about: "" };
  const header = first.cells.map((cell) => cell.trim());
  const missing = REQUIRED.find((one) => !header.includes(one));
  if (missing) return { problem: "column", about: missing };
  const cameBack = REJECTED.every((one, at) => header[header.length - REJECTED.length + at] === one);
  const kept = cameBack ? header.slice(0, -REJECTED.length) : header;
  const hadSurplus = cameBack && kept[kept.length - 1] === SURPLUS;
  if (hadSurplus) kept.pop();
  const rows = rest
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
    .map(({ line, cells }): Row => {
      const all = header.map((_, at) => cells[at] ?? "");
      const left = hadSurplus && all[kept.length]?.trim() ? [all[kept.length] ?? ""] : [];
      const surplus = [...left, ...cells.slice(header.length)].join(delimiter);
      const isNothing = [...surplus].every((sign) => sign === delimiter || sign === " ");
      return {
        line,
        cells: all.slice(0, kept.length),
        surplus: isNothing ? "" : surplus,
        rejectedAs: cameBack ? (all[all.length - 1] ?? "") : "",
      };
    });
  return { name, header: kept, rows, delimiter, isGuessed };
}

/** A row as the API takes it: the columns we know, and what a reader has to say of it. */
export function columnsOf(row: Row, header: string[]): Record<string, string> {
  const found = Object.fromEntries(
    header.map((name, at) => [name, row.cells[at] ?? ""] as const).filter(([name]) => isKnown(name)),
  );
  if (row.surplus) found[SURPLUS] = row.surplus;
  if (row.rejectedAs) found[REJECTED_AS] = row.rejectedAs;
  return found;
}

/** The rejected rows, each with its field and reason (in English, which is how they are known when they come back). */
export function rejectsFile(list: List, rejected: { row: Row; field: string; reason: string }[]): string {
  const names = rejected.some(({ row }) => row.surplus) ? [SURPLUS, ...REJECTED] : REJECTED;
  const data = rejected.map(({ row, field, reason }) => [
    ...row.cells,
    ...(names.length > REJECTED.length ? [row.surplus] : []),
    String(row.line),
    field,
    reason,
  ]);
  const text = Papa.unparse(
    { fields: [...list.header, ...names], data },
    { delimiter: list.delimiter, newline: "\r\n" },
  );
  return `\uFEFF${text}\r\n`;
}

function decoded(content: ArrayBuffer): { text: string; isGuessed: boolean } {
  const [first, second] = new Uint8Array(content.slice(0, 2));
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isWide ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(content), isGuessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(content), isGuessed: true };
  }
}

function columnsBy(delimiter: string, text: string): number {
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: "\n", preview: 1 });
  return parsed.data[0]?.length ?? 0;
}

function rowsOf(text: string, delimiter: string): { rows: { line: number; cells: string[] }[] } | Unreadable {
  const rows: { line: number; cells: string[] }[] = [];
  let [line, read] = [1, 0];
  let broken: Unreadable | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ type }) => type === "Quotes")) {
        broken = { problem: "quote", about: String(line) };
        parser.abort();
        return;
      }
      rows.push({ line, cells: data });
      for (; read < meta.cursor; read += 1) if (text[read] === "\n") line += 1;
    },
  });
  return broken ?? { rows };
}
