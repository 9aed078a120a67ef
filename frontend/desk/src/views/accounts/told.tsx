// What the views of accounts say alike: figures, holds, and what is open.

import type { components } from "../../api.gen";
import { surveyName } from "../../me";
import { Badge } from "../../parts";
import { day, number, percent, signed, t } from "../../words";

export type Line = components["schemas"]["AccountLine"];
export type Account = components["schemas"]["StaffAccount"];
export type Figures = components["schemas"]["AccountFigures"];
type Open = components["schemas"]["AccountOpen"];

/** "25 of 40 answered (63%)"; empty where nobody is invited. */
export function coverage(
  figures: Figures,
  key: "accounts-coverage" | "accounts-coverage-short" = "accounts-coverage",
): string {
  const { asked, answered } = figures;
  if (asked == null || answered == null) return "";
  return t(key, { answered: number(answered), asked: number(asked), share: percent(answered / asked) });
}

/** "+45, likely between 29 and 58, few answers", or that there are none. */
export function scoreLine(figures: Figures): string {
  if (figures.nps == null) return t("accounts-no-answers");
  const likely = t("common-likely", { low: signed(figures.low ?? 0), high: signed(figures.high ?? 0) });
  return figures.is_few ? `${likely}, ${t("accounts-few")}` : likely;
}

export function figuresName(figures: Figures): string {
  return figures.survey === "relationship" ? t("accounts-relationship") : surveyName(figures.survey);
}

export function OpenCase({ open, first }: { open: number; first: Open | null }) {
  if (!first) return <span class="quiet">{t("common-none")}</span>;
  // What is not late though its time is over was kept: then there is no day left to name.
  const isKept = !first.late && new Date(first.due_at) < new Date();
  const key = first.late ? "accounts-open-late" : isKept ? "accounts-open-kept" : "accounts-open";
  const said = t(key, { n: open, day: day(first.due_at) });
  const badge = <Badge tone={first.late ? "strong" : "plain"}>{said}</Badge>;
  return first.opens ? <a href={`#/cases/${first.id}`}>{badge}</a> : badge;
}
