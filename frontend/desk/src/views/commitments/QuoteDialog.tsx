// Chooses words of an answer for the public page: what they wrote, in their order, with […] for what is cut out.

import { useState } from "preact/hooks";
import { api } from "../../api";
import type { components } from "../../api.gen";
import { Area, Dialog, ProblemBox, Quote, tell } from "../../parts";
import { refusal } from "../../refused";
import { useSend } from "../../use";
import { t } from "../../words";
import { type Linked, languages } from "./told";

const MOST = 300;

export function QuoteDialog({ given, commitment }: { given: Linked; commitment: string }) {
  const [open, set] = useState(false);
  const said = given.why || given.better;
  const own = given.language ?? languages()[0] ?? "en";
  const [texts, write] = useState<Record<string, string>>({ [own]: said });
  const quote = useSend((body: components["schemas"]["ChosenQuote"]) => api.POST("/api/staff/quotes", { body }));
  const choose = async () => {
    const others = Object.entries(texts).filter(([code, text]) => code !== own && text.trim());
    const asked = await quote.send({
      answer: given.ref,
      text: texts[own] ?? "",
      original: own,
      translations: Object.fromEntries(others),
      commitment_id: commitment,
    });
    if (!asked) return;
    set(false);
    tell(t("commitments-quote-asked"));
  };
  const at = (code: string) => (quote.problem?.field === `text.${code}` ? refusal(quote.problem).words : undefined);
  const isAtField = languages().some((code) => at(code)) || at(own);
  return (
    <>
      <button
        type="button"
        class="second"
        aria-label={t("commitments-quote-of", { name: given.name })}
        onClick={() => set(true)}
      >
        {t("commitments-quote")}
      </button>
      <Dialog
        title={t("commitments-quote-title")}
        open={open}
        close={() => set(false)}
        wide
        actions={
          <>
            <button type="button" aria-disabled={quote.sending} onClick={choose}>
              {quote.sending ? t("common-one-moment") : t("commitments-quote-choose")}
            </button>
            <button type="button" class="second" onClick={() => set(false)}>
              {t("common-cancel")}
            </button>
          </>
        }
      >
        <Quote lang={own}>{[given.why, given.better].filter(Boolean).join("\n\n")}</Quote>
        <p class="quiet">{t("commitments-quote-how")}</p>
        {[own, ...languages().filter((code) => code !== own)].map((code) => (
          <Area
            key={code}
            label={t(code === own ? "commitments-quote-text" : "commitments-quote-in", {
              language: t(`common-language-${code}`),
            })}
            value={texts[code] ?? ""}
            change={(text) => write({ ...texts, [code]: text })}
            most={MOST}
            problem={at(code)}
            lang={code}
          />
        ))}
        {!isAtField && <ProblemBox problem={quote.problem} />}
      </Dialog>
    </>
  );
}
