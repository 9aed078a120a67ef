// What the desk says, in the reader's language, and how it writes numbers and days.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { settings } from "./settings";
import { store } from "./store";

export const LANGUAGES = ["en", "de", "nl"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Words = Record<string, FluentVariable>;

const KEPT = "sayso-language";
// English dates as in Britain, like those in the mails
const LOCALES: Record<Language, string> = { en: "en-GB", de: "de", nl: "nl" };
const LOAD: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import("./locales/en"),
  de: () => import("./locales/de"),
  nl: () => import("./locales/nl"),
};

/** The language the desk speaks at the moment. Components that say anything are drawn again when it changes. */
export const language = store<Language>("en");
let bundle = new FluentBundle("en");

function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((one) => one === text);
}

/** What was chosen here before, or else the first of the browser's languages that we speak. */
export function preferred(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages.map((one) => one.slice(0, 2).toLowerCase())];
  return wanted.find(isLanguage) ?? "en";
}

/** Fetches a language's sentences and speaks it. `keep`: somebody chose it, so it is theirs the next time too. */
export async function speak(chosen: Language, options: { keep?: boolean } = {}): Promise<void> {
  const { default: sentences } = await LOAD[chosen]();
  const next = new FluentBundle(LOCALES[chosen], { useIsolating: false });
  next.addResource(new FluentResource(sentences));
  bundle = next;
  document.documentElement.lang = chosen;
  if (options.keep) localStorage.setItem(KEPT, chosen);
  language.set(chosen);
}

/** A sentence. `$address` (formal or informal) is always there. */
export function t(key: string, words: Words = {}): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return key;
  const problems: Error[] = [];
  const address = settings().address[language.get()] ?? "formal";
  return bundle.formatPattern(pattern, { address, ...words }, problems);
}

/** Whether there is such a sentence: for codes that a company may add to (surveys, drivers). */
export function has(key: string): boolean {
  return bundle.hasMessage(key);
}

/** A sentence for a code where we have one, or else the code, readable: `or("common-survey-", "first_call")`. */
export function coded(prefix: string, code: string): string {
  return has(prefix + code) ? t(prefix + code) : code.replaceAll("_", " ");
}

function locale(): string {
  return LOCALES[language.get()];
}

/** "2 March 2026", from a day (2026-03-02) or a moment (UTC), which is the company's day then. */
export function day(iso: string, style: Intl.DateTimeFormatOptions = { dateStyle: "long" }): string {
  const isDay = iso.length === 10; // a day is a day everywhere
  const timeZone = isDay ? "UTC" : settings().time_zone;
  return new Intl.DateTimeFormat(locale(), { ...style, timeZone }).format(new Date(iso));
}

/** "2 March 2026 at 10:30", in the company's time. */
export function moment(iso: string, style: Intl.DateTimeFormatOptions = {}): string {
  const parts = Object.keys(style).length > 0 ? style : { dateStyle: "medium" as const, timeStyle: "short" as const };
  return new Intl.DateTimeFormat(locale(), { ...parts, timeZone: settings().time_zone }).format(new Date(iso));
}

/** "March 2026", from a month (2026-03) or a day. */
export function month(iso: string): string {
  return day(`${iso.slice(0, 7)}-01`, { month: "long", year: "numeric" });
}

/** "12,345" */
export function number(n: number, style: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale(), style).format(n);
}

/** Points with their sign: "+45", "−3", "0". */
export function signed(n: number, digits = 0): string {
  return number(n, { signDisplay: "exceptZero", maximumFractionDigits: digits }).replace("-", "−");
}

/** A part of one as percent: `percent(0.625)` is "63%". Of what the API gives in percent already, take a hundredth. */
export function percent(part: number, digits = 0): string {
  return number(part, { style: "percent", maximumFractionDigits: digits }).replace("-", "−");
}

/** "price, quality and support" */
export function list(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(words);
}
