// A setting of the programme in the reader's language. What it says is in the sentence of its field; here is what goes in.

import type { components } from "../../api.gen";
import { driverName, ratingName, surveyName } from "../../me";
import { coded, day, has, list, number, signed, t } from "../../words";

export type Fact = components["schemas"]["ProgrammeFact"];

const A_MONDAY = Date.UTC(2024, 0, 1);
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function inWords(fact: Fact): string {
  return t(`programme-set-${fact.field.replaceAll(".", "-")}`, {
    given: fact.kind === "nothing" ? "no" : fact.kind === "hidden" ? "hidden" : "yes",
    value: written(fact),
    after: fact.unit ? t(`programme-after-${fact.unit}`, { n: fact.number }) : "",
    n: fact.number,
    code: codeOf(fact),
    of: fact.of ? t(`common-language-${fact.of}`) : "",
  });
}

/** The heading over several of a kind: "Reasons to choose from". */
export function headingOf(field: string): string {
  return t(`programme-set-${field.replaceAll(".", "-")}`, { given: "yes", n: 0 });
}

function codeOf(fact: Fact): string {
  if (fact.kind === "flag") return fact.number ? "yes" : "no";
  return fact.kind === "code" ? (fact.texts[0] ?? "") : "";
}

function written(fact: Fact): string {
  switch (fact.kind) {
    case "hidden":
      return t("programme-hidden", { n: fact.number });
    case "span":
    case "months":
    case "working_days":
      return t(`programme-unit-${fact.unit}`, { n: fact.number });
    case "number":
      return fact.field === "benchmark.nps" ? signed(fact.number) : number(fact.number);
    case "list":
      return listed(fact);
    case "text":
    case "time":
    case "code":
      return itemOf(fact.field, fact.texts[0] ?? "");
    default: // "flag" and "nothing" have no value but themselves
      return "";
  }
}

/** What is meant literally (words, statuses, tags) stands side by side; what has a name, in a sentence. */
function listed(fact: Fact): string {
  const items = fact.texts.map((text) => itemOf(fact.field, text));
  return /^(themes\.words|hooks\.|tickets\.)/.test(fact.field) ? items.join(", ") : list(items);
}

/** One thing of a list, as it is called. */
function itemOf(field: string, text: string): string {
  if (WEEKDAYS.includes(text) && field.endsWith(".days")) {
    const at = A_MONDAY + WEEKDAYS.indexOf(text) * 86_400_000;
    return day(new Date(at).toISOString().slice(0, 10), { weekday: "long" });
  }
  if (field.endsWith("days_off")) return day(text);
  switch (field) {
    case "company.languages":
      return t(`common-language-${text}`);
    case "surveys.ratings":
      return has(`programme-rating-${text}`) ? t(`programme-rating-${text}`) : ratingName(text);
    case "themes.drivers":
    case "follow_up.owner_driver":
      return driverName(text);
    case "follow_up.channels.tell":
      return coded("programme-code-tell-", text);
    case "hooks.touchpoint":
      return surveyName(text);
    default:
      return text;
  }
}
