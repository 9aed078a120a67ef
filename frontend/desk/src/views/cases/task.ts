// What a form about a follow-up says: what is missing in it, and what is sent. Apart from how it looks.

import type { components } from "../../api.gen";
import { t } from "../../words";
import type { FollowUp } from "./told";

export type Action = components["schemas"]["SeenCaseAction"];
export type What = Action["do"];
export type Part = "note" | "cause" | "outcome" | "to" | "sure";

export type Wrong = { part: Part; say: string } | undefined;

export interface Draft {
  note: string;
  /** A driver's id; OTHER for somebody's own words. */
  cause: string;
  own: string;
  outcome: "" | "solved" | "not_solved" | "no_answer";
  recheck: boolean;
  /** An address; OTHER for one that is typed. */
  to: string;
  email: string;
  sure: boolean;
  /** What was tried last, and its name: tried again, it keeps it, so that it is done once. */
  sent: { text: string; id: string };
}

export const OTHER = "*";
export const LONGEST = { note: 2000, cause: 60 };
const NEEDED: Record<What, Part[]> = {
  contacted: [],
  note: ["note"],
  close: ["cause", "note", "outcome"],
  hand_over: ["to", "note"],
  reopen: ["note"],
};

export function emptyDraft(of: FollowUp): Draft {
  // Whoever asked to be left in peace is asked again only if somebody ticks it
  const recheck = of.contact !== "no";
  return {
    note: "",
    cause: "",
    own: "",
    outcome: "",
    recheck,
    to: "",
    email: "",
    sure: false,
    sent: { text: "", id: "" },
  };
}

export function isEmpty(draft: Draft, of: FollowUp): boolean {
  const empty = emptyDraft(of);
  return JSON.stringify({ ...draft, sent: empty.sent }) === JSON.stringify(empty);
}

export const draftKey = (id: string, what: What): string => `case-${id}-${what}`;

export function isDrafted(id: string, what: What): boolean {
  return sessionStorage.getItem(`sayso-draft-${draftKey(id, what)}`) !== null;
}

export function toOf(draft: Draft): string {
  return draft.to === OTHER ? draft.email.trim() : draft.to;
}

/** An address that was typed may be one of ours and still the wrong one. */
export function isTyped(draft: Draft, of: FollowUp): boolean {
  const to = toOf(draft).toLowerCase();
  return draft.to === OTHER && to.includes("@") && !of.people.some(({ email }) => email.toLowerCase() === to);
}

// What means nothing to a thing is left out: it would be refused
type Body = Pick<Action, "do" | "note"> & Partial<Omit<Action, "action_id">>;

export function bodyOf(what: What, draft: Draft, of: FollowUp): Body {
  const body: Body = { do: what, note: draft.note.trim() };
  if (what === "hand_over") return { ...body, to: toOf(draft) };
  if (what !== "close") return body;
  const cause = draft.cause === OTHER ? draft.own.trim() : draft.cause;
  const recheck = of.recheck_days === null ? {} : { recheck: draft.recheck };
  return { ...body, cause, outcome: draft.outcome || null, ...recheck };
}

/** What a hand-over was decided on: who had it. No part of its name, so that after a reload it is still the same. */
export function seenIn(what: What, of: FollowUp): Partial<Action> {
  return what === "hand_over" ? { owner: of.owner_email } : {};
}

/** The first thing that is missing or too much, with the sentence that says so. */
export function wrongIn(what: What, draft: Draft, of: FollowUp): Wrong {
  const body = bodyOf(what, draft, of);
  for (const part of NEEDED[what]) {
    if (part !== "sure" && !body[part]) return { part, say: t(`cases-needs-${part}`) };
  }
  for (const part of ["cause", "note"] as const) {
    const signs = [...(body[part] ?? "")].length;
    if (signs > LONGEST[part]) return { part, say: t("cases-too-long", { signs, most: LONGEST[part] }) };
  }
  if (what === "hand_over" && isTyped(draft, of) && !draft.sure) return { part: "sure", say: t("cases-needs-sure") };
  return undefined;
}

/** The same thing tried again keeps its name; anything else gets a new one. */
export function nameOf(body: Body, last: Draft["sent"]): Draft["sent"] {
  const text = JSON.stringify(body);
  if (last.text === text) return last;
  const signs = crypto.getRandomValues(new Uint8Array(16));
  return { text, id: [...signs].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
}
