// Searches what is loaded: every word somewhere in an answer, whatever its case and accents.

import { driverName, surveyName, themeName } from "../../me";
import type { Line } from "./told";

/** As it is compared: "Müller" as "muller", "Straße" as "strasse", and without signs nobody sees. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o");
}

export function matches(line: Line, search: string): boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const person = line.person ? [line.person.name, line.person.email] : [];
  const said = [line.why, line.better, ...line.drivers.map(driverName)];
  const about = [line.account, line.ticket, line.name, surveyName(line.survey)];
  const themes = line.themes.filter((one) => one.state !== "rejected").map((one) => themeName(one.theme));
  const text = folded([...said, ...person, ...about, ...themes].join("\n"));
  return words.every((word) => text.includes(word));
}
