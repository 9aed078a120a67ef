// Sends a list to the API in pieces, one after the other, and adds up what it is told of them.

import { api, told } from "../../api";
import type { components } from "../../api.gen";
import { columnsOf, type List, type Row } from "./csv";

type Piece = components["schemas"]["ImportPiece"];
type Body = components["schemas"]["ImportAsked"];
export type Taken = Piece["taken"][number];
export type LeftHold = Piece["left_hold"][number];
export type Rejected = Piece["rejected"][number] & { row: Row };

const MOST_ROWS = 100; // of 200: each is two or three requests to the table
const MOST_BYTES = 160 * 1024; // of 256 KiB, which what was said before has to fit in as well
const A_LIST = 10; // rows; with fewer, most of them under new ids is chance

/** What became of a list so far, or would. `done` is how many of its rows were sent. */
export interface Sum {
  done: number;
  added: number;
  changed: number;
  unchanged: number;
  taken: Taken[];
  rejected: Rejected[];
  leftHold: LeftHold[];
  /** Languages the programme has no mails in, each with how many contacts speak it; they get mails in `writtenToIn`. */
  otherLanguages: Map<string, number>;
  writtenToIn: string;
  lines: Map<string, number>;
  tookOver: Set<string>;
}

export const nothing = (): Sum => ({
  done: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  taken: [],
  rejected: [],
  leftHold: [],
  otherLanguages: new Map(),
  writtenToIn: "",
  lines: new Map(),
  tookOver: new Set(),
});

export const newId = (): string => crypto.randomUUID();

/** Sends the rows that were not sent yet. `heard` gets the sum after every piece; what was sent stays so when it is
 * stopped or fails, and sending the same again changes nothing. */
export async function sendAll(
  list: List,
  from: Sum,
  about: { check: boolean; importId: string; signal: AbortSignal; heard: (sum: Sum) => void },
): Promise<Sum> {
  const idAt = list.header.indexOf("contact_id");
  const mailAt = list.header.indexOf("email");
  const idOf = (row: Row) => (row.cells[idAt] ?? "").trim();
  const mailOf = (row: Row) => (row.cells[mailAt] ?? "").trim().toLowerCase();
  let sum = from;
  while (sum.done < list.rows.length) {
    const rows = nextPiece(list, sum.done);
    const before = sum;
    const body: Body = {
      import_id: about.importId,
      check: about.check,
      rows: rows.map((row) => [row.line, columnsOf(row, list.header)]),
      lines: Object.fromEntries(
        rows.flatMap((row) => {
          const line = before.lines.get(idOf(row));
          return line === undefined ? [] : [[idOf(row), line] as const];
        }),
      ),
      took_over: [...new Set(rows.map(mailOf))].filter((mail) => before.tookOver.has(mail)),
    };
    const piece = await told(api.POST("/api/staff/contacts/import", { body, signal: about.signal }));
    about.signal.throwIfAborted();
    sum = added(before, rows, piece, mailOf);
    about.heard(sum);
  }
  return sum;
}

function nextPiece(list: List, from: number): Row[] {
  const rows: Row[] = [];
  let bytes = 0;
  for (const row of list.rows.slice(from, from + MOST_ROWS)) {
    bytes += new TextEncoder().encode(JSON.stringify(columnsOf(row, list.header))).length;
    if (rows.length > 0 && bytes > MOST_BYTES) break;
    rows.push(row);
  }
  return rows;
}

function added(sum: Sum, rows: Row[], piece: Piece, mailOf: (row: Row) => string): Sum {
  const at = new Map(rows.map((row) => [row.line, row]));
  const lines = new Map(sum.lines);
  const tookOver = new Set(sum.tookOver);
  for (const one of piece.taken) {
    lines.set(one.contact_id, one.line);
    const row = at.get(one.line);
    if (one.took_over && row) tookOver.add(mailOf(row));
  }
  const otherLanguages = new Map(sum.otherLanguages);
  for (const { language, contacts } of piece.other_languages)
    otherLanguages.set(language, (otherLanguages.get(language) ?? 0) + contacts);
  const rejected = piece.rejected.flatMap((one) => {
    const row = at.get(one.line);
    return row ? [{ ...one, row }] : [];
  });
  return {
    done: sum.done + rows.length,
    added: sum.added + piece.added,
    changed: sum.changed + piece.changed,
    unchanged: sum.unchanged + piece.unchanged,
    taken: [...sum.taken, ...piece.taken],
    rejected: [...sum.rejected, ...rejected],
    leftHold: [...sum.leftHold, ...piece.left_hold],
    otherLanguages,
    writtenToIn: piece.written_to_in,
    lines,
    tookOver,
  };
}

/** New contacts whose address is known under another id, which the list itself does not give to it. */
export function knownElsewhere(list: List, sum: Sum): { line: number; id: string; others: string[] }[] {
  const at = list.header.indexOf("contact_id");
  const ids = new Set(list.rows.map((row) => (row.cells[at] ?? "").trim()));
  return sum.taken.flatMap(({ line, contact_id: id, known_as: known }) => {
    const others = known.filter((one) => !ids.has(one));
    return others.length > 0 ? [{ line, id, others }] : [];
  });
}

/** Whether most of the list are new contacts at known addresses: then its ids were changed. */
export function looksRenumbered(list: List, sum: Sum): boolean {
  return sum.taken.length >= A_LIST && 2 * knownElsewhere(list, sum).length > sum.taken.length;
}
