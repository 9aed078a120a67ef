// Who is signed in, and what the programme calls its surveys, drivers and themes. Asked once.

import { api, told } from "./api";
import type { components } from "./api.gen";
import { store } from "./store";
import { coded, language } from "./words";

export type Me = components["schemas"]["Me"];
export type Role = Me["role"];

export const me = store<Me | null>(null);

export async function loadMe(): Promise<Me> {
  const found = await told(api.GET("/api/staff/me"));
  me.set(found);
  return found;
}

/** Who is signed in; only for what is drawn when somebody is. */
export function who(): Me {
  const found = me.get();
  if (!found) throw new Error("nobody is signed in");
  return found;
}

export const isManager = (): boolean => who().role === "manager";

/** What the company wrote in its languages, in the reader's: or else in the first there is. */
export function inOurs(texts: Partial<Record<string, string>>): string {
  return texts[language.get()] ?? Object.values(texts).find(Boolean) ?? "";
}

function named(among: Me["drivers"], id: string): string {
  const found = among.find((one) => one.id === id);
  return (found && inOurs(found.name)) || id.replaceAll("_", " ");
}

/** Names of what the programme has, by their id. What it has no longer is called by its id. */
export const surveyName = (id: string): string => coded("common-survey-", id);
export const driverName = (id: string): string => named(who().drivers, id);
export const ratingName = (id: string): string => named(who().ratings, id);
export const themeName = (id: string): string => named(who().themes, id);
