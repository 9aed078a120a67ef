// A change as a person reads it: the verb, what it was done to, and of every field what it was and what it is.

import type { components } from "../../api.gen";
import { coded, has, number, t } from "../../words";
import { called, HIDDEN, type Link, linkTo, said } from "./values";

type Change = components["schemas"]["Change"];
type Told = Pick<Change, "what" | "state" | "before" | "after">;
type Values = Record<string, unknown>;

/** One field: `before` was replaced, and `after` stands there now; `links` lead to what it names. Of what was only begun
 * there is `until`, what it was. */
export interface Side {
  label: string;
  until?: string;
  before: string;
  after: string;
  links: Link[];
}

/** "case.close" in words; a verb the desk has no words for yet is shown as it is. */
export function inWords(what: string): string {
  const key = `changes-what-${what.replaceAll(".", "-")}`;
  return has(key) ? t(key) : what.replaceAll(/[._]/g, " ");
}

// What there is no view of any more
const GONE = new Set(["commitment.remove", "contact.erase"]);

/** What it was done to, in words, and where that can be looked at; of a list that was taken in the verb says it all. */
export function object({ what, on, state }: Pick<Change, "what" | "on" | "state">): Link | undefined {
  const [kind = "", id = ""] = on.split(/:(.*)/s, 2);
  if (kind === "edition") return { to: "/editions", words: t("changes-edition", { n: id }) };
  if (kind === "commitment" && id) {
    const words = t("changes-on-commitment-of", { id });
    return GONE.has(what) && state === "done" ? { to: "", words } : { to: linkTo(kind, id), words };
  }
  if (!has(`changes-on-${kind}`)) return undefined;
  return { to: GONE.has(what) && state === "done" ? "" : linkTo(kind, id), words: t(`changes-on-${kind}`) };
}

/** What a refusal was about: by the field's name, or else by what the desk says of it. No code of ours. */
export function refusedFor(field: string): string {
  const [name = ""] = field.split(".");
  if (has(`changes-field-${name}`)) return t("changes-reason", { reason: t(`changes-field-${name}`) });
  return has(`refused-by-${name}`) ? t(`refused-by-${name}`) : "";
}

// Their `before` is what was asked for, what was public at that time, or what is gone: nothing took its place.
const ASKED = /^(answers\.(export|.*_theme)|contacts\.import|edition\..*|commitment\.remove)$/;

// A hold ends with its last day, as the views of accounts call it.
const HELD = new Set(["account.hold", "account.release"]);

/** Every field that is told. Struck through is only what something else took the place of. */
export function sides(change: Told): Side[] {
  const before = change.before as Values;
  const after = change.after as Values | null;
  const side = HELD.has(change.what) ? lastDay : plain;
  if (ASKED.test(change.what)) return asked(change.what, before, after ?? {});
  // Nothing came of what was refused; of what was begun nobody knows, so that what it was before is all there is to say.
  if (change.state === "refused") return [];
  if (after === null) {
    return rows(before, (field, value) => ({
      ...side(field, "", ""),
      until: t("changes-was", { value: said(value, field) }),
    }));
  }
  return rows({ ...before, ...after }, (field) => {
    const [was, is] = differing(before[field], after[field]);
    const [old, now] = [said(was, field), said(is, field)];
    if (old === now) return undefined;
    return side(field, old, now || t("changes-gone"), called(field, after[field]));
  });
}

function rows(values: Values, make: (field: string, value: unknown) => Side | undefined): Side[] {
  return Object.entries(values)
    .filter(([field, value]) => !HIDDEN.has(field) && (said(value, field) !== "" || value === null || value === ""))
    .flatMap(([field, value]) => make(field, value) ?? []);
}

const lastDay: typeof plain = (...of) => ({ ...plain(...of), label: t("accounts-hold-until") });

function plain(field: string, before: string, after: string, links: Link[] = []): Side {
  return { label: coded("changes-field-", field), before, after: links.length > 0 ? "" : after, links };
}

function asked(what: string, before: Values, after: Values): Side[] {
  if (what === "contacts.import") return imported(before, after);
  const { answers, removed: _, ...others } = { ...before, ...after };
  const found = rows(others, (field, value) => {
    const one = plain(field, "", said(value, field), called(field, value));
    return what.startsWith("edition.") ? ofEdition(Number(value), one, field) : one;
  });
  if (answers === undefined) return found;
  const [wanted, done] = [before.answers, after.answers].map((one) => (one ? Object.keys(one).length : undefined));
  const isPart = wanted !== undefined && done !== undefined && done < wanted;
  const words = isPart
    ? t("changes-of-asked", { done: number(done), asked: number(wanted) })
    : t("common-answers", { n: done ?? wanted ?? 0 });
  return [...found, plain("answers", "", words)];
}

/** None is public before the first. */
function ofEdition(n: number, found: Side, field: string): Side | undefined {
  if (n === 0) return undefined;
  return field === "public" ? { ...found, label: t("changes-public-then"), after: t("changes-edition", { n }) } : found;
}

interface Written {
  contact: string;
  fields: string[];
}
const MANY = 5; // of more only how many there are

function imported(before: Values, after: Values): Side[] {
  const { rows: written, ...counts } = after;
  const found = rows(counts, (field, value) => plain(field, "", said(value, field)));
  const { rows: n, first, last } = before as Record<string, number>;
  found.unshift(plain("rows", "", t("changes-rows-of", { n: n ?? 0, first: first ?? 0, last: last ?? 0 })));
  const people = Array.isArray(written) ? (written as Written[]) : [];
  if (people.length === 0) return found;
  const links = people.length > MANY ? [] : people.map((one) => link(one));
  const label = t("changes-written");
  return [...found, { label, before: "", after: links.length > 0 ? "" : number(people.length), links }];
}

/** A contact, and the columns that changed: of a new one all, which is none by name. */
function link({ contact, fields }: Written): Link {
  const words = fields.length > 0 ? `${t("changes-on-contact")} (${fields.join(", ")})` : t("changes-on-contact");
  return { to: linkTo("contact", contact), words };
}

/** The same two values without what is the same in both: of a text in three languages the ones that changed. */
function differing(before: unknown, after: unknown): [unknown, unknown] {
  if (!isObject(before) || !isObject(after)) return [before, after];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const kept = names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => [name, ...differing(before[name], after[name])] as const);
  return [
    Object.fromEntries(kept.map(([name, was]) => [name, was])),
    Object.fromEntries(kept.map(([n, , is]) => [n, is])),
  ];
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
