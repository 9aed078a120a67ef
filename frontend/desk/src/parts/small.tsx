// Small things that look the same wherever they stand.

import type { ComponentChildren } from "preact";
import { number, signed, t } from "../words";

/** A state in a word. `strong` for what waits for somebody, `quiet` for what is over. */
export function Badge({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "strong" | "quiet";
  children: ComponentChildren;
}) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** The score somebody gave: "3 of 10" with its group in words. `scale` nps is 0 to 10, satisfaction 1 to 5. */
export function Given({ score, scale = "nps" }: { score: number; scale?: "nps" | "satisfaction" }) {
  const most = scale === "nps" ? 10 : 5;
  return (
    <span class="given">
      <b>{score}</b> <span class="quiet">{t("common-of", { most })}</span>
    </span>
  );
}

/** promoter, passive or detractor, of a score from 0 to 10. */
export function groupOf(score: number): "promoter" | "passive" | "detractor" {
  return score >= 9 ? "promoter" : score >= 7 ? "passive" : "detractor";
}

interface ScoreProps {
  /** Points; null where there are no answers. */
  score: number | null;
  low?: number | null | undefined;
  high?: number | null | undefined;
  n: number;
  /** After the number of answers: "12 months to October", "25 of 40 asked". */
  of?: ComponentChildren;
  /** Before it, small: "Relationship NPS". */
  name?: string;
  /** The one number of a view. */
  large?: boolean;
}

/** A score is a sign, a number, an interval and an n. */
export function Score({ score, low, high, n, of, name, large }: ScoreProps) {
  return (
    <p class={large ? "score large" : "score"}>
      {name && <span class="score-name">{name}</span>}
      <strong>{score === null ? "–" : signed(score)}</strong>
      <span class="score-rest">
        {score !== null && low != null && high != null && (
          <span class="range">{t("common-likely", { low: signed(low), high: signed(high) })}</span>
        )}
        <span>{t("common-answers", { n })}</span>
        {of && <span>{of}</span>}
      </span>
    </p>
  );
}

/** A number with what it counts: large and plain. */
export function Figure({ value, label, note }: { value: number | string; label: string; note?: ComponentChildren }) {
  return (
    <div class="figure">
      <strong>{typeof value === "number" ? number(value) : value}</strong> <span>{label}</span>
      {note && <span class="quiet">{note}</span>}
    </div>
  );
}

interface PersonProps {
  name?: string | null | undefined;
  email?: string | null | undefined;
  account?: string | null | undefined;
  /** Their details were erased. */
  erased?: boolean | undefined;
  /** Where a press on the name leads. */
  to?: string;
}

/** Somebody at a customer: name, address, account; as little as there is. */
export function Person({ name, email, account, erased, to }: PersonProps) {
  if (erased) return <span class="person quiet">{t("common-erased")}</span>;
  const called = name || email || t("common-no-name");
  return (
    <span class="person">
      {to ? <a href={`#${to}`}>{called}</a> : <b>{called}</b>}
      {name && email && <span class="quiet">{email}</span>}
      {account && <span class="quiet">{account}</span>}
    </span>
  );
}

/** What somebody wrote, in their own words and direction. */
export function Quote({ children, lang }: { children: string; lang?: string | undefined }) {
  return (
    <blockquote dir="auto" lang={lang}>
      {children}
    </blockquote>
  );
}

/** Names and values under each other: `facts={[["Due", moment(…)], …]}`; what is empty is left out. */
export function Facts({ facts }: { facts: [string, ComponentChildren][] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
