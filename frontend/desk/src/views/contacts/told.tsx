// What is known of a contact, in words: why something was or was not sent, and what speaks against it.

import type { components } from "../../api.gen";
import { surveyName } from "../../me";
import { coded, day, has, list, moment, t } from "../../words";

export type Contact = components["schemas"]["StaffContact"];
export type Why = components["schemas"]["ContactWhy"];
export type Fact = components["schemas"]["ContactFact"];
export type Suppression = components["schemas"]["ContactSuppression"];

export const reasonText = (code: string): string => coded("contacts-reason-", code);

/** A sentence in the reader's language; what has none there is said in English, and marked as that. */
export function Told({ fact, survey = "" }: { fact: Fact; survey?: string }) {
  const key = `contacts-fact-${fact.code}`;
  return has(key) ? <>{t(key, words(fact, survey))}</> : <span lang="en">{fact.text}</span>;
}

function words(fact: Fact, survey: string): Record<string, string> {
  const { values } = fact;
  const days = (name: string) => (values[name] ? day(values[name]) : "");
  const last = days("last");
  const known = fact.reason ? reasonText(fact.reason) : "";
  const reason = fact.reason === "hold" && last ? t("contacts-held-until", { day: last }) : known;
  const moments = (name: string) => (values[name] ? moment(values[name]) : "");
  return {
    survey: survey && surveyName(survey),
    reason,
    because: reason && t("contacts-because", { reason }),
    at: fact.at ? moment(fact.at) : "",
    // A hold ends with a day. The moment is midnight, which would be read as the day after.
    until: fact.code === "hold" && last ? last : fact.until ? moment(fact.until) : "",
    mail: values.mail ? t(`contacts-mail-${values.mail}`) : "",
    day: days("day"),
    began: days("began"),
    seen: days("seen"),
    delivered: moments("delivered"),
    goes: moments("goes"),
    reasons: list(
      (values.reasons ?? "")
        .split(",")
        .filter(Boolean)
        .map((code) => coded("answers-reason-", code)),
    ),
    ...only(values, ["again", "state", "role", "asked", "zone", "by", "why", "limit", "event", "count", "subject"]),
  };
}

function only(values: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
}

/** "The address does not exist, since 3 May 2026" */
export function suppressionText(one: Suppression): string {
  return t("contacts-suppressed-why", { reason: reasonText(one.reason), day: day(one.at) });
}
