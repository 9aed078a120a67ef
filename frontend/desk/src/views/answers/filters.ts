// What the feed is filtered by, as it stands in the address: a filtered view can be sent to a colleague.

import type { operations } from "../../api.gen";
import type { Query } from "../../location";

export type Asked = NonNullable<operations["staff_answers_list"]["parameters"]["query"]>;
export type Filters = Omit<Asked, "after">;

export const NAMES = [
  "state",
  "survey",
  "group",
  "driver",
  "theme",
  "filed",
  "account",
  "language",
  "since",
  "until",
  "words",
  "quotable",
] as const;
export const STATES = ["counts", "waiting", "unconfirmed", "machine", "all"] as const;

/** What the API is asked for. What an address has besides is none of its business. */
export function filtersOf(query: Query): Filters {
  const named = NAMES.map((name) => [name, query[name] ?? ""]).filter(([, value]) => value);
  return Object.fromEntries(named) as Filters;
}

/** How many of them keep something out; the state is always one of them, and shown by itself. */
export function counted(query: Query): number {
  return NAMES.filter((name) => name !== "state" && query[name]).length;
}

/** An address of the feed: `feedOf({ account: "…" })`. */
export function feedOf(query: Query): string {
  return `/answers?${new URLSearchParams(query)}`;
}
