// What the views of follow-ups say alike: when, about what, and how it stands.

import type { components } from "../../api.gen";
import { driverName, surveyName, who } from "../../me";
import { settings } from "../../settings";
import { moment, t } from "../../words";

export type Line = components["schemas"]["CaseLine"];
export type FollowUp = components["schemas"]["StaffFollowUp"];
export type Notice = components["schemas"]["CaseNotice"];
export type Report = components["schemas"]["CaseReport"];

const DAY = 24 * 3600 * 1000;

/** "today, 15:00", "tomorrow, 10:00", "Wednesday 4 March, 10:00": a moment as somebody planning their day says it. */
export function when(iso: string): string {
  const time = moment(iso, { hour: "2-digit", minute: "2-digit" });
  const apart = { "-1": "yesterday", "0": "today", "1": "tomorrow" }[daysFromNow(iso)];
  if (apart) return t(`cases-when-${apart}`, { time });
  return t("cases-when-day", { date: moment(iso, { weekday: "long", day: "numeric", month: "long" }), time });
}

function daysFromNow(iso: string): string {
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone: settings().time_zone });
  return String(Math.round((Date.parse(dayOf.format(new Date(iso))) - Date.parse(dayOf.format(Date.now()))) / DAY));
}

/** What is to be done by when, or what came of it. Who asked not to be contacted is not: then it is looked into. */
export function standing(of: Line | FollowUp): string {
  const wish = "wish" in of ? of.wish : of.contact;
  const isLookedInto = wish === "no";
  if (of.state === "open") {
    const how = of.late ? "overdue" : isLookedInto ? "look" : "due";
    return t(`cases-standing-${how}`, { when: when(of.due_at) });
  }
  if (of.state === "contacted") {
    return t(`cases-standing-${isLookedInto ? "looked" : "contacted"}`, { when: when(of.contacted_at ?? of.due_at) });
  }
  return t(`cases-standing-${of.state}`, { when: when(of.closed_at ?? of.due_at) });
}

export function about(answer: { ticket: string | null; survey: string }): string {
  return answer.ticket ? t("cases-ticket", { ticket: answer.ticket }) : surveyName(answer.survey);
}

/** A cause as it is kept: a driver by its name, or somebody's words as they are. */
export function causeName(cause: string): string {
  return who().drivers.some(({ id }) => id === cause) ? driverName(cause) : cause;
}

/** Which of our people: by what the programme calls them, or else their address. */
export function personName(email: string, people: { email: string; name: string }[] = []): string {
  return people.find((one) => one.email === email)?.name || email;
}
