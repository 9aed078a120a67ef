// What is chosen on the page of all numbers, and the question it asks the API. Days are UTC days.

import type { Query } from "../../location";

export const DAYS = ["", "quarter", "last-quarter", "year", "last-year", "own"] as const;
export const OVER = ["over-month", "over-quarter", "over-week", "over-year", "over-rolling"] as const;
export const BY = ["by-segment", "by-language", "by-driver", "by-theme", "by-owner"] as const;
export type Days = (typeof DAYS)[number];
export type Over = "week" | "month" | "quarter" | "year" | "rolling";
export type By = "segment" | "language" | "driver" | "theme" | "owner";

export interface Choice {
  days: Days;
  first: string;
  last: string;
  survey: string;
  look: string;
  segment: string;
}

export function chosen(query: Query): Choice {
  const days = DAYS.find((one) => one === query.days) ?? "";
  const looks: string[] = [...OVER, ...BY];
  return {
    days,
    first: query.first ?? "",
    last: query.last ?? "",
    survey: query.survey ?? "",
    look: looks.find((one) => one === query.look) ?? "",
    segment: query.segment ?? "",
  };
}

/** The question; what is empty is left out. Whoever is no manager is told the last twelve months. */
export function asked(
  choice: Choice,
  now: Date,
  isFree: boolean,
): { first?: string; last?: string; survey?: string; by?: By; segment?: string; over_time?: Over } {
  const [kind, what] = choice.look.split("-");
  return {
    ...(isFree && daysOf(choice, now)),
    ...(choice.survey && { survey: choice.survey }),
    ...(kind === "by" && { by: what as By }),
    ...(kind === "over" && { over_time: what as Over }),
    ...(choice.look === "by-segment" && choice.segment && { segment: choice.segment }),
  };
}

function daysOf({ days, first, last }: Choice, now: Date): { first?: string; last?: string } {
  const year = now.getUTCFullYear();
  const quarter = Math.floor(now.getUTCMonth() / 3);
  switch (days) {
    case "quarter":
      return { first: iso(year, quarter * 3, 1) };
    case "last-quarter":
      return { first: iso(year, quarter * 3 - 3, 1), last: iso(year, quarter * 3, 0) };
    case "year":
      return { first: iso(year, 0, 1) };
    case "last-year":
      return { first: iso(year - 1, 0, 1), last: iso(year, 0, 0) };
    case "own":
      return { first, last };
    default:
      return {};
  }
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
