// Why something was refused, in the reader's language: by the field it is about. The API's own sentences are English.

import { has, language, t } from "./words";

/** In which language a refusal is told, and the sentence. */
interface Said {
  words: string;
  /** Only where it is not the reader's. */
  lang?: "en";
}

/** What was refused for a field ("title.de", "until"); what the API quotes of what was typed stands behind it. */
export function refusal({ field, reason }: { field: string; reason: string }): Said {
  const isEnglish = language.get() === "en";
  const key = `refused-by-${field.split(".")[0] ?? ""}`;
  if (reason && (isEnglish ? !has(key) || saysMore(reason) : !has(key)))
    return isEnglish ? { words: sentence(reason) } : { words: sentence(reason), lang: "en" };
  if (!has(key)) return { words: t("shell-problem-refused") };
  const quoted = isEnglish ? null : /'([^']{1,80})'/.exec(reason);
  return { words: quoted ? `${t(key)} (${quoted[1]})` : t(key) };
}

/** Whether the API's sentence tells an English reader more than ours for the field: what was typed, how long it is, what
 * happened meanwhile, or which of several reasons it is. Where it only goes on after the field's name ("needs a text")
 * or asks ("say why"), it does not. */
function saysMore(reason: string): boolean {
  return !/^(is|has|needs|says|say|what is) /.test(reason) || (/['\d;]/.test(reason) && !/^is (a|no) /.test(reason));
}

/** With a capital letter, a subject and a full stop; an address or a name at its beginning stays as it is. */
function sentence(reason: string): string {
  const whole = /^(is|has|was|needs|says) /.test(reason) ? `it ${reason}` : reason;
  const begun = /^[a-z]+[ ,]/.test(whole) ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
  return /[.?!…]$/.test(begun) ? begun : `${begun}.`;
}
