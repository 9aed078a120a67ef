// An answer in words: how it stands and why, what it is filed under, and what happens when somebody files it.

import type { components } from "../../api.gen";
import { coded, day, moment, t } from "../../words";

export type Line = components["schemas"]["AnswerLine"];
export type Whole = components["schemas"]["AnswerWhole"];
export type Standing = components["schemas"]["AnswerTheme"];
export type Step = components["schemas"]["FilingAsked"]["step"];

/** When it came: of an erased person only the day is known. */
export const came = (line: Line): string => (line.at.length === 10 ? day(line.at) : moment(line.at));

/** The codes of why it counts, or does not, as sentences. */
export const reasons = (line: Line): string[] => line.reasons.map((code) => coded("answers-reason-", code));

export const standing = (line: Line, theme: string): Standing | undefined =>
  line.themes.find((one) => one.theme === theme);

/** What pressing a theme's key or button does to an answer. */
export function nextStep(now: Standing | undefined): Step {
  if (!now || now.state === "rejected") return "file";
  if (now.state === "suggested") return "accept";
  return now.hand ? "take_back" : "reject";
}

/** What brings an answer back to how it stood to a theme. */
export function stepBack(before: Standing | undefined): Step {
  if (!before?.hand) return "take_back";
  return before.state === "rejected" ? "reject" : "file";
}

/** May it be filed? What is not confirmed counts nowhere, and what is erased stays as it is. */
export const canBeFiled = (line: Line): boolean => line.state === "counts" && !line.erased && !line.withheld;
export const canBeLinked = (line: Line): boolean => canBeFiled(line) && line.person !== null;
export const canBeRuledOn = (line: Line): boolean => line.state !== "counts" && !line.erased && !line.withheld;
export const canBeQuoted = (line: Line): boolean => canBeLinked(line) && line.may_be_quoted && hasWords(line);
export const hasWords = (line: Line): boolean => line.why !== "" || line.better !== "";

/** Which answer it is to the routes of commitments and quotes. */
export function referenceOf(line: Line): { contact_id: string; survey: string; occasion: string } {
  return { contact_id: line.person?.contact_id ?? "", survey: line.survey, occasion: line.occasion };
}

/** "Anna Jansen, 3 of 10": what a button about it is told apart by. */
export function called(line: Line): string {
  const who = line.person?.name || line.person?.email || t(line.erased ? "common-erased" : "common-no-name");
  return `${who}, ${line.score}`;
}
