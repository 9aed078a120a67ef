// What somebody typed over what is kept: each field by its name, "title.de" or "status".

import type { components } from "../../api.gen";
import { refusal } from "../../refused";
import { type One, TEXTS } from "./told";

export interface Typed {
  fields: Record<string, string>;
  /** What was kept in each of these fields when somebody began to type there. */
  over: Record<string, string>;
}
export type Fields = components["schemas"]["CommitmentFields"];

/** What is kept in a field. */
export function kept(one: One, field: string): string {
  const [name = "", language] = field.split(".");
  if (language) return (one.texts as Record<string, Record<string, string>>)[name]?.[language] ?? "";
  return ((one.line as unknown as Record<string, string | null>)[name] ?? "") as string;
}

/** The fields that were typed over with something else. */
export function changedFields(one: One, typed: Typed): string[] {
  return Object.keys(typed.fields).filter((field) => typed.fields[field] !== kept(one, field));
}

/** The fields in which somebody else has written since. */
export function overtaken(one: One, typed: Typed): string[] {
  return changedFields(one, typed).filter((field) => (typed.over[field] ?? kept(one, field)) !== kept(one, field));
}

/** As the API takes them. */
export function asFields(fields: Record<string, string>): Fields {
  const found: Record<string, string | Record<string, string>> = {};
  for (const [field, value] of Object.entries(fields)) {
    const [name = "", language] = field.split(".");
    if (!language) found[name] = value;
    else found[name] = { ...((found[name] as Record<string, string>) ?? {}), [language]: value };
  }
  return found as Fields;
}

/** A problem of the API by the field it stands at: one of a text as a whole stands at its first language. */
export function problemAt(problems: { field: string; reason: string }[], field: string, first = ""): string {
  const [name, language] = field.split(".");
  const found = problems.find(
    (one) => one.field === field || (one.field === name && (!language || language === first)),
  );
  return found ? refusal(found).words : "";
}

export const isText = (name: string): boolean => (TEXTS as readonly string[]).includes(name);
