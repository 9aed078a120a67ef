// What the views of commitments have in common: their fields, and how they are called.

import type { components } from "../../api.gen";
import { inOurs, who } from "../../me";
import { day, t } from "../../words";

type Schemas = components["schemas"];
export type Line = Schemas["CommitmentLine"];
export type One = Schemas["OneCommitment"];
export type Linked = Schemas["LinkedAnswer"];
export type Ref = Schemas["AnswerRef"];
export type Move = Schemas["CommitmentMove"];
export type Person = Schemas["TellingPerson"];

export const STATUSES = ["in_progress", "planned", "heard", "done", "declined"] as const;
export const TEXTS = ["title", "heard", "did", "reason"] as const;
export type Text = (typeof TEXTS)[number];
export const DAY_OF: Partial<Record<Line["status"], "planned_for" | "done_on" | "decided_on">> = {
  planned: "planned_for",
  in_progress: "planned_for",
  done: "done_on",
  declined: "decided_on",
};

/** The texts that a commitment of a status has, in the order they are read in. */
export function textsOf(status: string): Text[] {
  if (status === "declined") return ["title", "heard", "reason"];
  return status === "heard" ? ["title", "heard"] : ["title", "heard", "did"];
}

export const titleOf = (line: Line): string => inOurs(line.title) || line.id;

/** The day that says most: when it was done or decided, or when it is to be. */
export function dayOf(line: Line): string {
  const at = line.done_on ?? line.decided_on ?? line.planned_for;
  return at ? day(at) : "";
}

/** How many asked for it: as far as the reader may know. */
export function askedBy(line: Line): string {
  if (line.voices !== null) return line.voices ? t("commitments-people", { n: line.voices }) : "";
  if (line.asked_by === "several") return t("commitments-several");
  return typeof line.asked_by === "number" ? t("commitments-at-least", { n: line.asked_by }) : "";
}

/** The languages of the public page. */
export const languages = (): ("en" | "de" | "nl")[] => who().languages;

/** A field such as "title.de" in words. */
export function fieldName(field: string): string {
  const [name = "", language] = field.split(".");
  const called = t(`commitments-field-${name}`);
  return language ? t("commitments-field-in", { field: called, language: t(`common-language-${language}`) }) : called;
}
