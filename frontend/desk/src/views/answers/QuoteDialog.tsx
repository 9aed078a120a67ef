// Chooses words of an answer for the public page: cut, never changed, and without anybody's name.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { useDraft } from "../../draft";
import { who } from "../../me";
import { Area, Dialog, Form, Quote, tell } from "../../parts";
import { useSend } from "../../use";
import { t } from "../../words";
import { type Line, referenceOf } from "./told";

const MOST = 300;
type Language = Line["language"];

export function QuoteButton({ line }: { line: Line }) {
  const [open, set] = useState(false);
  return (
    <>
      <button type="button" class="second" onClick={() => set(true)}>
        {t("answers-quote")}
      </button>
      <Dialog title={t("answers-quote")} open={open} close={() => set(false)} actions={[]} wide>
        {open && <Chosen line={line} close={() => set(false)} />}
      </Dialog>
    </>
  );
}

function Chosen({ line, close }: { line: Line; close: () => void }) {
  const [text, setText, forget] = useDraft(`answers-quote-${line.name}`, line.why || line.better);
  const [others, setOthers, forgetOthers] = useDraft<Partial<Record<Language, string>>>(
    `answers-quote-others-${line.name}`,
    {},
  );
  const quote = useSend((body: { text: string; translations: Partial<Record<Language, string>> }) =>
    api.POST("/api/staff/quotes", {
      body: { answer: referenceOf(line), original: line.language, commitment_id: "", ...body } as never,
    }),
  );
  const languages = who().languages.filter((one) => one !== line.language);
  const send = async () => {
    const given = languages.filter((one) => others[one]?.trim());
    const translations = Object.fromEntries(given.map((one) => [one, others[one] ?? ""]));
    if (!(await quote.send({ text, translations }))) return;
    forget();
    forgetOthers();
    close();
    tell(t("answers-quoted"));
  };
  return (
    <Form label={t("answers-quote")} send={send} sending={quote.sending} problem={quote.problem} cancel={close}>
      <p>{t("answers-quote-say")}</p>
      {[line.why, line.better].filter(Boolean).map((said) => (
        <Quote key={said} lang={line.language}>
          {said}
        </Quote>
      ))}
      <Area
        label={t("answers-quote-text", { language: t(`common-language-${line.language}`) })}
        hint={t("answers-quote-hint")}
        lang={line.language}
        most={MOST}
        value={text}
        change={setText}
      />
      {languages.map((one) => (
        <Area
          key={one}
          label={t("answers-quote-translation", { language: t(`common-language-${one}`) })}
          lang={one}
          most={MOST}
          value={others[one] ?? ""}
          change={(value) => setOthers({ ...others, [one]: value })}
        />
      ))}
    </Form>
  );
}
