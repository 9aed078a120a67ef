// A change as a person reads it: the verb, and of every field what it was and what it is.

import type { components } from "../../api.gen";
import { themeName } from "../../me";
import { coded, day, has, list, number, t } from "../../words";

type Change = components["schemas"]["Change"];

export interface Side {
  field: string;
  before: string;
  after: string;
}

/** "case.close" in words; a verb the desk has no words for yet is shown as it is. */
export function inWords(what: string): string {
  const key = `changes-what-${what.replaceAll(".", "-")}`;
  return has(key) ? t(key) : what.replaceAll(/[._]/g, " ");
}

const PLACES = new Map(["case", "account", "contact", "commitment", "answer"].map((kind) => [kind, `/${kind}s`]));

/** Where what was changed can be looked at: "case:4f1c" at "/cases/4f1c"; empty where it has no view of its own. */
export function placeOf(on: string): string {
  const [kind = "", id = ""] = on.split(/:(.*)/s, 2);
  const place = PLACES.get(kind);
  // What was recorded of answers at first does not lead back to them.
  if (kind === "answer" && /^[0-9a-f]{12}$/.test(id)) return "";
  return place && id ? `${place}/${encodeURIComponent(id)}` : "";
}

/** Every field that is not the same before and after, and the theme something was filed under. */
export function sides(change: Pick<Change, "before" | "after">): Side[] {
  const before = change.before as Record<string, unknown>;
  const after = (change.after ?? {}) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: text(before[field], field), after: text(after[field], field) }))
    .map((side) => (side.field === "theme" && side.before === side.after ? { ...side, before: "" } : side))
    .filter((side) => side.before !== side.after);
}

const CODES: Record<string, string> = {
  language: "common-language-",
  status: "commitments-status-",
  suppressed: "contacts-reason-",
  survey: "common-survey-",
};
const MANY = 5; // of a longer list only how many there are: it holds ids

function text(value: unknown, field = ""): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "boolean") return t(value ? "common-yes" : "common-no");
  if (Array.isArray(value))
    return value.length > MANY ? number(value.length) : list(value.map((one) => text(one, field)));
  if (typeof value === "object") return field === "answers" ? answers(value) : parts(value);
  if (typeof value === "number") return number(value);
  const code = String(value);
  if (field === "state" || field === "outcome") return coded("common-case-", code);
  if (field === "theme") return themeName(code);
  const names = CODES[field];
  if (names) return coded(names, code);
  return /^\d{4}-\d{2}-\d{2}$/.test(code) ? day(code) : code;
}

function answers(value: object): string {
  return t("common-answers", { n: Object.keys(value).length });
}

function parts(value: object): string {
  return Object.entries(value)
    .map(([name, inner]) => [
      coded(has(`common-language-${name}`) ? "common-language-" : "changes-field-", name),
      text(inner, name),
    ])
    .filter(([, inner]) => inner)
    .map(([name, inner]) => `${name}: ${inner}`)
    .join("; ");
}
