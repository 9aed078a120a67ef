// What a recorded value is called: the desk's own word for a code, the company's day for a moment, a link for an id.

import { driverName, surveyName, themeName } from "../../me";
import { coded, day, has, list, moment, number, t } from "../../words";

export interface Link {
  /** Empty where there is no view of it. */
  to: string;
  words: string;
}

/** What says nothing to a reader: ids of what was asked for, and what the verb says already. */
export const HIDDEN = new Set(["commitment_id", "erased", "paused", "quote", "request", "text", "updated_by"]);

const PLACES = new Map(["case", "account", "contact", "commitment", "answer"].map((kind) => [kind, `/${kind}s`]));
const PAGES: Record<string, string> = {
  draft: "/editions",
  page: "/editions",
  quote: "/quotes",
  sending: "/programme/health",
};

/** Where something can be looked at, by its kind and id; empty where it has no view of its own. */
export function linkTo(kind: string, id: string): string {
  const place = PLACES.get(kind);
  // What was recorded of answers at first does not lead back to them.
  if (kind === "answer" && /^[0-9a-f]{12}$/.test(id)) return "";
  if (place) return id ? `${place}/${encodeURIComponent(id)}` : "";
  return PAGES[kind] ?? "";
}

/** The links of a field that holds the id of something with a view. */
export function called(field: string, value: unknown): Link[] {
  if (typeof value !== "string" || value === "") return [];
  if (field === "commitment") return [{ to: linkTo(field, value), words: value }];
  if (field === "account") return [{ to: linkTo(field, value), words: t("changes-on-account") }];
  return [];
}

// An answer's state by the names of the views of answers; those of a follow-up are called elsewhere.
const ANSWER: Record<string, string> = { confirmed: "counts", provisional: "unconfirmed" };
const NAMES: Record<string, (code: string) => string> = {
  cause: driverName,
  driver: driverName,
  filed: (code) => coded("answers-filed-", code),
  format: (code) => (code === "jsonl" ? "JSON Lines" : code.toUpperCase()),
  group: (code) => coded("common-group-", code),
  language: (code) => coded("common-language-", code),
  outcome: (code) => coded("common-case-", code),
  quotable: (code) => coded("common-", code),
  state: (code) =>
    has(`common-case-${code}`) ? t(`common-case-${code}`) : coded("answers-state-", ANSWER[code] ?? code),
  status: (code) => coded("commitments-status-", code),
  suppressed: (code) => coded("contacts-reason-", code),
  survey: surveyName,
  theme: themeName,
  words: (code) => coded("common-", code),
};

/** A value in words; empty where there is nothing to say. */
export function said(value: unknown, field = ""): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "boolean") return t(value ? "common-yes" : "common-no");
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return many(value, field);
  if (typeof value === "object") return parts(value);
  const code = String(value);
  const named = NAMES[field];
  if (named) return named(code);
  if (/^\d{4}-\d{2}-\d{2}$/.test(code)) return day(code);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(code) ? moment(code) : code;
}

/** Ids are counted, for nobody reads them. */
function many(values: unknown[], field: string): string {
  if (field === "told") return t("changes-contacts", { n: values.length });
  if (field === "added" || field === "removed") return t("common-answers", { n: values.length });
  return list(values.map((one) => said(one, field)));
}

function parts(value: object): string {
  return Object.entries(value)
    .filter(([name]) => !HIDDEN.has(name))
    .map(([name, inner]) => [
      coded(has(`common-language-${name}`) ? "common-language-" : "changes-field-", name),
      said(inner, name),
    ])
    .filter(([, inner]) => inner)
    .map(([name, inner]) => `${name}: ${inner}`)
    .join("; ");
}
